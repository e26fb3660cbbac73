// swift-tools-version: 6.2
import PackageDescription

// What a site writes that has a model of its own: a library with the model, and a command over it. It stands on two
// products of Homeward and on nothing else of it.
let package = Package(
    name: "fourth-model",
    dependencies: [.package(name: "homeward", path: "../..")],
    targets: [
        .target(name: "Lantern", dependencies: [.product(name: "Intervention", package: "homeward")]),
        .executableTarget(
            name: "LanternHomeward", dependencies: ["Lantern", .product(name: "Bootstrap", package: "homeward")]
        ),
        .testTarget(
            name: "LanternTests",
            dependencies: [
                "Lantern", "LanternHomeward", .product(name: "Intervention", package: "homeward"),
                .product(name: "Bootstrap", package: "homeward"),
            ]
        ),
    ]
)
