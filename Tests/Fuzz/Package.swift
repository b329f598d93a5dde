// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
/// libFuzzer has the entry point.
let withoutMain: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "CivicSurvey", path: "../..")],
  targets: [
    .target(
      name: "FuzzCases", dependencies: [.product(name: "SurveyCSV", package: "CivicSurvey")],
      path: "Cases", exclude: ["Replay"], swiftSettings: strict),
    .executableTarget(
      name: "FuzzReader", dependencies: ["FuzzCases"], path: "FuzzReader",
      swiftSettings: strict + withoutMain),
    .executableTarget(
      name: "FuzzText", dependencies: ["FuzzCases"], path: "FuzzText",
      swiftSettings: strict + withoutMain),
    .executableTarget(
      name: "FuzzSoup", dependencies: ["FuzzCases"], path: "FuzzSoup", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
