import Intervention

extension BrokenModel {
    static let ofEligibility: [BrokenModel] = [
        BrokenModel(.wellFormedName, "No carer") { $0.criteria[0].key = "No carer" },
        BrokenModel(.uniqueName, "offending") { $0.criteria.append($0.criteria[1]) },
        BrokenModel(.titled, "offending") { $0.criteria[1].question = " " },
        BrokenModel(.sourced, "offending") { $0.criteria[1].source = "" },
        BrokenModel(.knownParameter, "no-such-days") { $0.criteria[1].within = "no-such-days" },
        BrokenModel(.knownCriterion, "no-such-question") {
            $0.requirements[0].ways.append(EligibilityRequirement.Way(["no-such-question"]))
        },
        BrokenModel(.knownParameter, "no-such-number") { $0.requirements[0].ways[0].atLeast = "no-such-number" },
        BrokenModel(.titled, "requirement") {
            $0.requirements.append(EligibilityRequirement(" ", $0.requirements[0].ways))
        },
        BrokenModel(.answerableRequirement, "a way home") {
            $0.requirements.append(EligibilityRequirement("a way home", []))
        },
        BrokenModel(.answerableRequirement, "behaviour that the model treats") {
            $0.requirements[0].ways[0].choice = .init("adherence-threshold-operator", in: ["never"])
        },
        BrokenModel(.answerableRequirement, "two of one") {
            $0.alter("behaviours-least") { $0.standard = .whole(2) }
            $0.requirements.append(
                EligibilityRequirement("two of one", [.init(["offending"], atLeast: "behaviours-least")])
            )
        },
    ]
}
