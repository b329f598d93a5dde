// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "CivicSurveyBenchmarks",
  products: [
    .executable(name: "generate-kiosk", targets: ["KioskGenerator"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "KioskGenerator",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: [.strictMemorySafety(), .treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
