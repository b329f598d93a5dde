/// What is said of weights, strata and clusters as they are read, and where they tell no variance.
let designWordings: [Wording] = [
  Wording(
    worded: DesignCode.clustersInSome,
    vi: (
      "Tệp “{with}” có cột “{name}” (cụm), còn tệp “{without}” không có.",
      "Dùng các tệp đều có cột này hoặc đều không có, mỗi loại một lần chạy."
    ),
    en: (
      "“{with}” has the column “{name}” of clusters, and “{without}” does not.",
      "Read files that all have it, or all lack it; the others in a run of their own."
    )),
  Wording(
    .responseUnreadableWeight,
    vi: (
      "Quyền số (cột “{column}”) không phải số lớn hơn 0 và không quá 10.000.000.",
      "Viết bằng chữ số với dấu chấm thập phân, như 1.25; kiểu 1,250 có thể là 1,25 hoặc 1250."
    ),
    en: (
      "The weight (column “{column}”) is no number above 0 and up to 10,000,000.",
      "Write it in digits with a decimal point, as 1.25; 1,250 may be 1.25 or 1250."
    )),
  Wording(
    .responseUnreadableStratum,
    vi: (
      "Không biết phiếu thuộc tầng nào: cột “{column}” trống hoặc không đọc được.",
      "Điền tầng của phiếu trong cột này."
    ),
    en: (
      "Nobody knows the stratum of the response: column “{column}” is empty or unreadable.",
      "Fill in its stratum."
    )),
  Wording(
    .responseUnreadableCluster,
    vi: (
      "Không biết phiếu thuộc cụm nào: cột “{column}” hoặc ngày của phiếu trống hay không đọc được.",
      "Điền cụm (và ngày) của phiếu."
    ),
    en: (
      "Nobody knows the cluster of the response: column “{column}”, or its day, is empty or unreadable.",
      "Fill in its cluster, and its day."
    )),
  Wording(
    .responseUnreadableSize,
    vi: (
      "Quy mô tổng thể (cột “{column}”) không phải số nguyên lớn hơn 0.",
      "Viết bằng chữ số, không có dấu phân cách."
    ),
    en: (
      "The population size (column “{column}”) is no whole number above 0.",
      "Write it in digits, without separators."
    )),
  Wording(
    worded: DesignCode.weightsRounded,
    vi: (
      "Cột “{column}”: quyền số của {recordsCount} phiếu có quá 12 chữ số thập phân và được làm tròn.",
      "Sai lệch dưới 10⁻¹² mỗi phiếu; ghi ít chữ số hơn nếu cần đúng từng chữ số."
    ),
    en: (
      "Column “{column}”: the {recordsCount:weight has|weights have} more than 12 decimals in {recordsCount} {recordsCount:response|responses}, and {recordsCount:was|were} rounded.",
      "Each is off by less than 10⁻¹²; write fewer decimals where every digit matters."
    )),
  Wording(
    worded: DesignCode.weightsCapped,
    vi: (
      "Cột “{column}”: quyền số của {recordsCount} phiếu vượt mức trần (cap) và được hạ xuống mức đó.",
      "Xem lại các phiếu này nếu không định cắt quyền số."
    ),
    en: (
      "Column “{column}”: the {recordsCount:weight|weights} of {recordsCount} {recordsCount:response was|responses were} over the cap, and cut to it.",
      "Look at them again unless weights are meant to be cut."
    )),
  Wording(
    worded: DesignCode.noClusters,
    vi: (
      "Không tệp nào có cột “{name}”: các phiếu được coi là độc lập với nhau.",
      "Xuất thêm cột này để khoảng tin cậy tính đến việc các phiếu của một ki-ốt giống nhau."
    ),
    en: (
      "No file has the column “{name}”: responses are taken to be independent of one another.",
      "Export it as well, so that intervals allow for responses of one place being alike."
    )),
  Wording(
    worded: DesignCode.clusterIsResponse,
    vi: (
      "Mỗi cụm hay đơn vị (cột “{name}”) hầu như chỉ là một phiếu, mà bảng kiểm không được giữ từng phiếu riêng lẻ.",
      "Chạy report trực tiếp trên các tệp, hoặc chọn cột khác cho khảo sát “{survey}”."
    ),
    en: (
      "Clusters or units (column “{name}”) are mostly single responses, and a tally must not hold any of these.",
      "Run report on the files themselves, or choose other columns for “{survey}”."
    )),
  Wording(
    worded: DesignCode.clusterInTwoStrata,
    vi: (
      "Có cụm nằm trong hai tầng: “{first}” và “{second}” ({clustersCount} cụm như vậy).",
      "Nếu đó là những cụm khác nhau trùng tên, thêm nested: true vào “design”; nếu không, sửa cột tầng."
    ),
    en: (
      "{clustersCount:A cluster lies|Clusters lie} in two strata, “{first}” and “{second}” ({clustersCount} in all).",
      "Where these are different clusters of one name, add nested: true to “design”; else correct the strata."
    )),
  Wording(
    worded: DesignCode.stratumTwoSizes,
    vi: (
      "Tầng “{stratum}” có hai quy mô tổng thể khác nhau: {first} và {second}.",
      "Mỗi tầng chỉ có một quy mô; sửa lại cột này rồi chạy lại."
    ),
    en: (
      "The stratum “{stratum}” has two population sizes, {first} and {second}.",
      "A stratum has one; correct the column and run again."
    )),
  Wording(
    worded: DesignCode.moreThanPopulation,
    vi: (
      "Tầng “{stratum}”: mẫu có {drawn} đơn vị, nhiều hơn tổng thể ({size}).",
      "Sửa quy mô tổng thể của tầng: nếu có cụm thì là số cụm, nếu không thì là số phiếu."
    ),
    en: (
      "The stratum “{stratum}” has {drawn} units in the sample, more than in the population ({size}).",
      "Correct its size: the number of clusters, or of responses where there are no clusters."
    )),
  Wording(
    worded: DesignCode.noWave,
    vi: (
      "Có phiếu không có ngày, hoặc ngày lạc lõng, nên không thuộc quý nào, mà “design” coi mỗi quý là một mẫu riêng.",
      "Sửa ngày của phiếu đó, hoặc thêm lonelyPSU: average vào “design”."
    ),
    en: (
      "A response has no date, or a stray one, and so no quarter, while “design” takes quarters for samples of their own.",
      "Correct its date, or add lonelyPSU: average to “design”."
    )),
  Wording(
    worded: DesignCode.lonelyStratum,
    vi: (
      "Tầng chỉ có một cụm hoặc một phiếu, nên không tính được phương sai: {strata}.",
      "Gộp với tầng khác, hoặc thêm lonelyPSU: average vào “design” (hay remove, certainty, adjust)."
    ),
    en: (
      "Strata with a single cluster or response tell no variance: {strata}.",
      "Combine them with others, or add lonelyPSU: average to “design” (or remove, certainty, adjust)."
    )),
  Wording(
    worded: DesignCode.clusterTwoSizes,
    vi: (
      "Có cụm của tầng “{stratum}” có hai quy mô tổng thể khác nhau: {first} và {second}.",
      "Mỗi cụm chỉ có một quy mô (“second”); sửa lại cột này rồi chạy lại."
    ),
    en: (
      "A cluster of the stratum “{stratum}” has two population sizes, {first} and {second}.",
      "A cluster has one (“second”); correct the column and run again."
    )),
  Wording(
    worded: DesignCode.moreThanCluster,
    vi: (
      "Có cụm của tầng “{stratum}” có {drawn} đơn vị (phiếu), nhiều hơn tổng thể của cụm ({size}).",
      "Sửa quy mô của cụm (“second”): số đơn vị của cụm trong tổng thể."
    ),
    en: (
      "A cluster of the stratum “{stratum}” has {drawn} units (responses), more than its population ({size}).",
      "Correct its size (“second”): how many it has in the population."
    )),
  Wording(
    worded: DesignCode.lonelyResponse,
    vi: (
      "{clustersCount} cụm chỉ có một đơn vị (phiếu) dù có thể chọn thêm, nên không tính được phương sai trong cụm.",
      "Thêm lonelyPSU: remove, certainty hoặc adjust vào “design”, hoặc bỏ “second”."
    ),
    en: (
      "{clustersCount} {clustersCount:cluster has|clusters have} a single unit (response) of several, which tells no variance within.",
      "Add lonelyPSU: remove, certainty or adjust to “design”, or remove “second”."
    )),
]
