import Statistics
import Testing

@Suite struct ReferenceCheckTests {
    @Test(arguments: ReferenceCheck.all)
    func `each reference value holds to the digits that it is given with`(check: ReferenceCheck) {
        #expect(check.isHeld, "\(check.name): \(check.computed) and not \(check.reference)")
    }

    @Test func `every subject has its values, each under a name of its own`() {
        let names = ReferenceCheck.all.map(\.name)
        #expect(names.count > 250)
        #expect(Set(names).count == names.count)
    }
}
