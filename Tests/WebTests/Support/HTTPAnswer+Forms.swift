extension HTTPAnswer {
    /// What the forms of a page send unseen, besides the mark.
    var hidden: [(String, String)] {
        body.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/).map { match in
            (String(match.1), String(match.2).replacing("&amp;", with: "&"))
        }.filter { $0.0 != "mark" }
    }
}
