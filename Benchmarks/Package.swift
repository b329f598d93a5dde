// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]

let package = Package(
  name: "CivicSurveyBenchmarks",
  products: [
    .executable(name: "generate-kiosk", targets: ["KioskGenerator"]),
    .executable(name: "cancel-run", targets: ["CancelRun"]),
  ],
  dependencies: [
    .package(name: "CivicSurvey", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "KioskGenerator",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(
      name: "CancelRun",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "CivicSurvey", package: "CivicSurvey"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
