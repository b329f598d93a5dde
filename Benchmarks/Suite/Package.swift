// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the generator beside it builds without any of this.
//
// `traits: []` leaves out the counting of allocations, which needs packages of its own.
let suites = ["Reading", "Tabulating", "Merging", "Estimating"]

let strict: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]

let package = Package(
  name: "CivicSurveySuite",
  dependencies: [
    .package(name: "CivicSurvey", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "SampleExport",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "CivicSurvey", package: "CivicSurvey"),
        .product(name: "SurveyCSV", package: "CivicSurvey"),
      ],
      swiftSettings: strict)
  ]
    + suites.map { suite in
      .executableTarget(
        name: suite,
        dependencies: [
          "SampleExport",
          .product(name: "Benchmark", package: "benchmark"),
          .product(name: "CivicSurvey", package: "CivicSurvey"),
          .product(name: "SurveyCSV", package: "CivicSurvey"),
        ],
        path: "Benchmarks/\(suite)",
        swiftSettings: strict,
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    },
  swiftLanguageModes: [.v6]
)
