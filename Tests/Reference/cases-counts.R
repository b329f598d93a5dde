# The cases of cases.R that take counts and no design: base R alone.

z <- function(level) qnorm((1 + level) / 2)
wilson <- function(x, n, level = 0.95) {
  k <- z(level)^2; root <- z(level) * sqrt(k + 4 * x * (n - x) / n)
  c(lower = (2 * x + k - root) / (2 * (n + k)), upper = (2 * x + k + root) / (2 * (n + k)))
}
limits <- function(v) setNames(as.numeric(v)[1:2], c("lower", "upper"))
wilsonCC <- function(x, n, level) limits(prop.test(x, n, conf.level = level, correct = TRUE)$conf.int)
cp <- function(x, n, level) limits(binom.test(x, n, conf.level = level)$conf.int)
midp <- function(x, n, level) {
  a <- (1 - level) / 2
  above <- function(p) pbinom(x, n, p, lower.tail = FALSE) + dbinom(x, n, p) / 2 - a
  below <- function(p) pbinom(x - 1, n, p) + dbinom(x, n, p) / 2 - a
  root <- function(f, from, to) uniroot(f, c(from, to), tol = 1e-15)$root
  c(lower = if (x == 0) 0 else root(above, 1e-12, x / n),
    upper = if (x == n) 1 else root(below, x / n, 1 - 1e-12))
}
agresti <- function(x, n, level) {
  m <- n + z(level)^2; p <- (x + z(level)^2 / 2) / m; h <- z(level) * sqrt(p * (1 - p) / m)
  c(lower = p - h, upper = p + h)
}
jeffreys <- function(x, n, level) c(
  lower = if (x == 0) 0 else qbeta((1 - level) / 2, x + 0.5, n - x + 0.5),
  upper = if (x == n) 1 else qbeta((1 + level) / 2, x + 0.5, n - x + 0.5))
wald <- function(x, n, level) {
  h <- z(level) * sqrt(x / n * (1 - x / n) / n); c(lower = x / n - h, upper = x / n + h)
}
# Of a finite population: n (N - 1) / (N - n) in place of n.
wilsonFpc <- function(x, n, N) { m <- n / ((N - n) / (N - 1)); wilson(x / n * m, m) }
newcombe <- function(x1, n1, x2, n2, level = 0.95) {
  a <- wilson(x1, n1, level); b <- wilson(x2, n2, level); p <- x1 / n1; q <- x2 / n2
  c(diff = q - p, lower = q - p - sqrt((q - b[[1]])^2 + (a[[2]] - p)^2),
    upper = q - p + sqrt((b[[2]] - q)^2 + (p - a[[1]])^2))
}
pairedNewcombe <- function(a, b, c, d) {
  n <- a + b + c + d; p <- (a + b) / n; q <- (a + c) / n
  u <- wilson(a + b, n); v <- wilson(a + c, n)
  margins <- (a + b) * (c + d) * (a + c) * (b + d); A <- a * d - b * c
  phi <- if (margins == 0) 0 else (if (A > n / 2) A - n / 2 else min(A, 0)) / sqrt(margins)
  length <- function(s, t) sqrt(s^2 - 2 * phi * s * t + t^2)
  c(diff = p - q, lower = p - q - length(p - u[[1]], v[[2]] - q),
    upper = p - q + length(u[[2]] - p, q - v[[1]]))
}
funnelExact <- function(n, p) {
  a <- c(l998 = 0.001, l95 = 0.025, u95 = 0.975, u998 = 0.999); x <- qbinom(a, n, p)
  setNames((x - (pbinom(x, n, p) - a) / dbinom(x, n, p)) / n, names(a))
}
funnelNormal <- function(n, p) p + c(l998 = -1, l95 = -1, u95 = 1, u998 = 1) *
  qnorm(c(0.999, 0.975, 0.975, 0.999)) * sqrt(p * (1 - p) / n)
# The chance that n answers at rate p have Wilson's lower limit at or above 85 %.
chance <- function(n, p) {
  least <- min(which(vapply(0:n, function(x) wilson(x, n)[[1]] >= 0.85, TRUE))) - 1
  pbinom(least - 1, n, p, lower.tail = FALSE)
}
dispersion <- data.frame(x = c(40, 55, 30, 62, 41, 58), n = c(50, 60, 50, 65, 50, 60))
kitagawa <- list(
  s1 = c(a = 400, b = 300, c = 100) / 800, r1 = c(0.8, 0.9, 0.7),
  s2 = c(300, 500, 300) / 1100, r2 = c(0.82, 0.91, 0.76))

countCases <- function(cases) {
  whole <- function(x) sprintf("%.0f", x)
  for (g in list(c(0, 1), c(1, 1), c(0, 7), c(7, 7), c(1, 2), c(3, 8), c(29, 30), c(17, 20),
    c(340, 400), c(8496, 10000), c(1886, 2190), c(668, 1681), c(0, 1e6), c(1, 1e6), c(999999, 1e6),
    c(850000001, 1e9))) {
    methods <- c("wilson", "cp", "agresti", "jeffreys", "wald", if (g[2] <= 1e4) c("midp", "wilsonCC"))
    grid <- expand.grid(m = methods, l = c(0.9, 0.95, 0.99), stringsAsFactors = FALSE)
    cases(paste0("one.", whole(g[1]), "of", whole(g[2])), setNames(
      sprintf("%s(%s, %s, %s)", grid$m, whole(g[1]), whole(g[2]), grid$l),
      paste0(grid$m, ".", grid$l * 100)))
  }
  cases("pvalue", c(
    a = 'binom.test(1886, 2190, 0.85, "greater")$p.value',
    b = 'binom.test(340, 400, 0.85, "greater")$p.value', c = 'binom.test(3, 8, 0.85, "less")$p.value',
    d = "pbinom(849999999, 1e9, 0.85, lower.tail = FALSE)",
    e = "pbinom(1885, 2190, 0.85, lower.tail = FALSE) - dbinom(1886, 2190, 0.85) / 2",
    f = 'prop.test(1886, 2190, 0.85, "greater", correct = FALSE)$p.value'))
  cases("fpc", c(a = "wilsonFpc(180, 200, 250)", b = "wilsonFpc(1886, 2190, 2600)",
    c = "wilsonFpc(17, 20, 20000)", d = "wilson(0.861 * 843.7, 843.7)"))
  cases("power", c(
    n80.a = "power.prop.test(p1 = .85, p2 = .872, sig.level = .025, power = .8, alternative = 'one.sided')$n",
    one80 = "(z(.95) * sqrt(.85 * .15) + qnorm(.8) * sqrt((423/485) * (62/485)))^2 / (423/485 - .85)^2",
    one90 = "(z(.95) * sqrt(.85 * .15) + qnorm(.9) * sqrt((423/485) * (62/485)))^2 / (423/485 - .85)^2",
    at997 = "chance(997, 423/485)", at1959 = "chance(1959, 423/485)",
    cochran = "z(.95)^2 * .25 / .05^2",
    cochranFpc = "{n0 <- z(.95)^2 * .25 / .05^2; n0 / (1 + (n0 - 1) / 2500)}",
    yamane = "2500 / (1 + 2500 * .05^2)"))
  for (g in list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(10, 10, 0, 20), c(0, 15, 0, 30),
    c(815, 950, 861, 1002), c(7, 9, 700, 900), c(45e7, 1e9, 450050000, 1e9))) {
    a <- whole(g)
    cases(paste0("two.", paste(a, collapse = "_")), c(
      newcombe95 = sprintf("newcombe(%s)", paste(a, collapse = ", ")),
      newcombe99 = sprintf("newcombe(%s, 0.99)", paste(a, collapse = ", ")),
      ztest = sprintf("prop.test(c(%s, %s), c(%s, %s), correct = FALSE)", a[1], a[3], a[2], a[4])))
  }
  cases("paired", c(a = "pairedNewcombe(36, 12, 2, 0)", b = "pairedNewcombe(700, 80, 40, 180)",
    c = "c(chisq = 40^2 / 120, p = pchisq(40^2 / 120, 1, lower.tail = FALSE), exact = binom.test(80, 120, .5)$p.value)"))
  lists <- c("c(.01, .02, .03, .04, .05)", "c(.2, .001, .03, .03, .9, .0004, .04)",
    "c(0, 1e-300, .5, .7)", "c(.012, .011, .049, .5, .011, .2, 1e-9, .0501, .02, .02)")
  for (i in seq_along(lists)) cases(paste0("padjust.", i), setNames(
    sprintf("p.adjust(%s, '%s')", lists[i], c("holm", "BH", "bonferroni")),
    c("holm", "BH", "bonferroni")))
  cases("funnel", c(n30 = "funnelNormal(30, .861)", n400 = "funnelNormal(400, .861)",
    exact30 = "funnelExact(30, .861)", exact400 = "funnelExact(400, .861)"))
  cases("kitagawa", c(
    change = "with(kitagawa, sum(s2 * r2) - sum(s1 * r1))",
    mix = "with(kitagawa, sum((s2 - s1) * (r1 + r2) / 2))",
    rate = "with(kitagawa, sum((r2 - r1) * (s1 + s2) / 2))",
    mixBy = "with(kitagawa, setNames((s2 - s1) * (r1 + r2) / 2, c('a', 'b', 'c')))",
    rateBy = "with(kitagawa, setNames((r2 - r1) * (s1 + s2) / 2, c('a', 'b', 'c')))"))
  cases("overdispersion", c(
    phi = "with(dispersion, {p <- sum(x) / sum(n); sum((x - n * p)^2 / (n * p * (1 - p))) / (length(x) - 1)})",
    icc = "with(dispersion, {k <- length(n); N <- sum(n); p <- sum(x) / N; n0 <- (N - sum(n^2) / N) / (k - 1); B <- sum(n * (x / n - p)^2) / (k - 1); W <- sum(n * (x / n) * (1 - x / n)) / (N - k); (B - W) / (B + (n0 - 1) * W)})",
    se.cluster = "with(dispersion, {p <- sum(x) / sum(n); sqrt(6 / 5 * sum((x - n * p)^2)) / sum(n)})",
    se.srs = "with(dispersion, {p <- sum(x) / sum(n); sqrt(p * (1 - p) / sum(n))})"))
}
