/// How a page looks on a screen, in the dark, and on paper.
enum PageStyle {
  /// The style sheet.
  ///
  /// Text has a contrast of at least 4.5 to 1, marks of charts 3 to 1, in both schemes (WCAG 2.2).
  static let css = """
    :root{--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--band:#f6f8fa;--link:#0550ae;
    --mark:#0b5cad;--bound:#b3261e;--overall:#57606a;--met:#116329;--missed:#a40e26;--open:#7d4e00;
    --none:#57606a;--h1:#f3b6ad;--h2:#fbe0dc;--h3:#e3f1fb;--h4:#b9dcf4}
    @media screen and (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#a8b2bd;--paper:#12161c;
    --line:#3d444d;--band:#1b2129;--link:#6cb6ff;--mark:#6cb6ff;--bound:#ff8a80;--overall:#a8b2bd;
    --met:#57d27a;--missed:#ff8a80;--open:#f0b849;--none:#a8b2bd;--h1:#6b2a24;--h2:#43211f;--h3:#17324a;
    --h4:#1f4c73}}
    *{box-sizing:border-box}
    html{font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:var(--ink);
    background:var(--paper)}
    body{margin:0 auto;max-width:72rem;padding:1rem 1.25rem 3rem}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--mark);outline-offset:2px}
    h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
    h2{font-size:1.3rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}
    h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
    p,ul{margin:.4rem 0}
    p,li,pre{max-width:60rem}
    h1,h2,h3,p,li,a,pre{overflow-wrap:anywhere}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1rem}
    nav li{padding:.15rem 0}
    .alarm{border-left:6px solid var(--missed);background:var(--band);padding:.7rem 1rem;font-weight:600}
    .warnings{border-left:6px solid var(--missed);background:var(--band);padding:.5rem 1rem}
    .warnings p{font-weight:600;margin:0 0 .3rem}.warnings ul{margin:0;padding-left:1.2rem}
    #summary h2{margin-top:.8rem}
    #summary table{min-width:min(100%,44rem)}
    #arrivals th,#arrivals td{padding-left:.3rem;padding-right:.3rem}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:0 2rem}
    .scroll{overflow-x:auto;margin:.4rem 0 1rem}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92rem}
    caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    th,td{padding:.28rem .6rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;
    unicode-bidi:isolate}
    th{font-weight:600}
    tbody th{font-weight:400;text-align:left;min-width:8rem;max-width:26rem;overflow-wrap:anywhere}
    thead th{vertical-align:bottom;background:var(--band);max-width:14rem;overflow-wrap:break-word}
    th.l,td.l{text-align:left;overflow-wrap:anywhere}
    td:not(.l){white-space:nowrap}
    .scroll td.l{min-width:11rem}
    #summary td.l{min-width:9rem}
    #scorecard td.l{min-width:7rem}
    #scorecard tbody th{min-width:12rem}
    tr.group th{font-weight:600;padding-top:.7rem;max-width:none}
    small{color:var(--soft);font-size:.85em}
    td strong{font-size:1.06em;white-space:nowrap;margin-right:.4em}
    .verdict{font-weight:600}
    .verdict::before{content:"";display:inline-block;width:.65em;height:.65em;margin-right:.4em;
    border-radius:50%;border:2px solid currentColor}
    .met{color:var(--met)}
    .met::before{background:currentColor}
    .missed{color:var(--missed)}
    .missed::before{border-radius:0;background:currentColor}
    .reached-not-shown,.not-reached-not-excluded{color:var(--open)}
    .not-judged{color:var(--none)}
    td.farBelow{background:var(--h1)}
    td.below{background:var(--h2)}
    td.above{background:var(--h3)}
    td.farAbove{background:var(--h4)}
    td.farBelow small,td.below small,td.above small,td.farAbove small{color:inherit}
    td.few{font-style:italic}
    td.few,td.few small{color:var(--soft)}
    pre{background:var(--band);padding:.6rem .8rem;overflow-x:auto;font-size:.88rem}
    article{border-left:4px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:1.1rem 0}
    article .facts{color:var(--soft);font-size:.9rem}
    blockquote{margin:.3rem 0;font-size:1.03rem}
    article p,blockquote p{margin:.25rem 0}
    figure{margin:.6rem 0;max-width:48rem}
    svg{width:100%;height:auto;display:block;font:12px system-ui,"Segoe UI",Roboto,Arial,sans-serif}
    svg text{fill:var(--ink)}
    svg .name,svg .e{text-anchor:end}
    svg .m{text-anchor:middle}
    svg .tick,svg .note{fill:var(--soft);font-size:11px}
    .grid{stroke:var(--line);fill:none}
    .axis{stroke:var(--soft);stroke-width:1.2;fill:none}
    .interval{stroke:var(--mark);stroke-width:2;fill:none}
    .trend{stroke:var(--mark);stroke-width:1.5;fill:none}
    .bound{stroke:var(--bound);stroke-width:2.5;fill:none}
    .overall{stroke:var(--overall);stroke-width:1.5;stroke-dasharray:5 3;fill:none}
    .break{stroke:var(--overall);stroke-width:1.5;stroke-dasharray:2 3;fill:none}
    .dot{fill:var(--mark);stroke:var(--mark);stroke-width:2}
    .dot.open{fill:var(--paper)}
    .bar{fill:var(--mark)}
    .track{fill:var(--band)}
    footer{margin-top:3rem;color:var(--soft);font-size:.88rem}
    @media (max-width:40rem){html{font-size:15px}body{padding:.6rem .8rem 2rem}figure{overflow-x:auto}
    svg{min-width:34rem}#summary td.l{min-width:0}#summary tbody th{min-width:5rem}
    #summary th,#summary td{padding-left:.35rem;padding-right:.35rem}}
    @page{size:A4;margin:12mm 13mm}
    @page wide{size:A4 landscape;margin:12mm}
    @media print{html{font-size:9.5pt;line-height:1.35}body{max-width:none;padding:0}nav,.skip{display:none}
    #summary,#scorecard{break-after:page}
    #scorecard{font-size:8.5pt;line-height:1.22}
    #scorecard p,#scorecard ul{margin:.5mm 0}
    #scorecard table{width:100%;font-size:7.5pt;line-height:1.12}
    #scorecard td,#scorecard th{padding:.3mm 1mm}
    #scorecard th:first-child{width:34%;max-width:none}
    #scorecard td.l{min-width:0}
    #scorecard td:nth-child(2),#scorecard td:nth-child(4){white-space:nowrap}
    .wide{page:wide}
    h1{font-size:15pt;margin:0 0 2mm;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;
    overflow:hidden}
    h2{font-size:12.5pt;margin:5mm 0 2mm;break-after:avoid}
    #summary h2{margin:2mm 0 1mm}
    #summary{font-size:8.5pt;line-height:1.22}
    #summary table{width:100%;min-width:0;font-size:8pt;line-height:1.12}
    #summary td,#summary th{padding-top:.4mm;padding-bottom:.4mm}
    #summary th:first-child{width:20%}
    #summary h3{margin:2mm 0 .5mm}
    #summary p,#summary ul{margin:.5mm 0}
    p,li{max-width:none}
    h3{font-size:10.5pt;margin:3mm 0 1mm;break-after:avoid}
    tr,figure,li,article{break-inside:avoid}
    thead{display:table-header-group}
    .scroll{overflow:visible;margin:1mm 0 2mm}
    table{font-size:8pt}
    th,td{padding:.5mm 1.4mm}
    td strong{white-space:normal}
    tbody th{min-width:20mm}
    .scroll td.l,#summary td.l{min-width:0}
    .columns{grid-template-columns:1fr 1fr;gap:0 6mm}
    a{color:inherit;text-decoration:none}
    td,th,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
