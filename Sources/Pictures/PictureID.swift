/// What a picture is called inside its page: no two of one page alike. Small letters, digits and hyphens.
package struct PictureID: Hashable, Sendable {
    /// The name itself.
    package let text: String

    /// A name made of any text: what may not stand in it becomes a hyphen.
    package init(_ text: String) {
        let kept = text.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z", "0"..."9", "-": Character(scalar)
            default: Character("-")
            }
        }
        self.text = "picture-" + String(kept)
    }

    var title: String { text + "-title" }
    var finding: String { text + "-finding" }
    var hatch: String { text + "-hatch" }
}
