import Accounts
import Testing

/// The table of who may do what, held against the sentences that it was written from.
@Suite struct PolicyTableTests {
    @Test func `an interviewer sees who is to be rung and neither notes nor scores`() {
        for action in Action.allCases {
            for rule in Policy.rules(of: action) where rule.role == .interviewer {
                #expect(rule.aspects.isDisjoint(with: [.narrative, .scores, .staffMeasures]), "\(action.rawValue)")
            }
        }
    }

    @Test func `an administrator sees nothing clinical and nobody's identity`() {
        for action in Action.allCases {
            for rule in Policy.rules(of: action) where rule.role == .administrator {
                #expect(rule.aspects.isEmpty, "\(action.rawValue)")
            }
        }
    }

    @Test func `roles of the network have actions of the network and their own account only`() {
        for action in Action.allCases where !Policy.traits(of: action).isOfNetwork && action != .manageOwnAccount {
            #expect(!Policy.rules(of: action).contains { $0.role.isOfNetwork }, "\(action.rawValue)")
        }
    }
}
