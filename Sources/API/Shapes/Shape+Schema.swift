extension Shape {
    /// The form as JSON Schema 2020-12, the dialect of OpenAPI 3.1.
    package var schema: JSON {
        switch self {
        case .code: ["type": "string", "pattern": .text(ShapeForm.code)]
        case .term: ["type": "string", "pattern": .text(ShapeForm.term)]
        case .word(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
        case .text(let most): ["type": "string", "maxLength": .integer(most)]
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .share: ["type": "number", "minimum": 0, "maximum": 1]
        case .boolean: ["type": "boolean"]
        case .day: ["type": "string", "format": "date", "pattern": .text(ShapeForm.day)]
        case .month: ["type": "string", "pattern": .text(ShapeForm.month)]
        case .instant: ["type": "string", "format": "date-time"]
        case .id: ["type": "string", "format": "uuid", "pattern": .text(ShapeForm.id)]
        case .list(let shape, let most):
            ["type": "array", "items": shape.schema, "maxItems": .integer(most)]
        case .map(let shape):
            [
                "type": "object", "propertyNames": ["pattern": .text(ShapeForm.term)],
                "additionalProperties": shape.schema,
            ]
        case .object(let fields): Shape.schema(of: fields)
        case .one(let fields):
            ["allOf": [Shape.schema(of: fields)], "minProperties": 1, "maxProperties": 1]
        case .either(let shapes): ["anyOf": .list(shapes.map(\.schema))]
        case .nullable(let shape): ["anyOf": [shape.schema, ["type": "null"]]]
        case .named(let component): ["$ref": .text("#/components/schemas/\(component.rawValue)")]
        case .anything: [:]
        }
    }

    private static func schema(of fields: [Field]) -> JSON {
        let properties = fields.map { field -> JSON.Member in
            guard !field.summary.isEmpty else { return JSON.Member(field.name, field.shape.schema) }
            guard case .object(let members) = field.shape.schema, field.shape.schema["$ref"] == nil else {
                return JSON.Member(field.name, ["allOf": [field.shape.schema], "description": .text(field.summary)])
            }
            return JSON.Member(field.name, .object(members + [JSON.Member("description", .text(field.summary))]))
        }
        return [
            "type": "object", "properties": .object(properties),
            "required": .list(fields.filter(\.isRequired).map { .text($0.name) }), "additionalProperties": false,
        ]
    }
}

/// The patterns of codes, days and ids, as they stand in the document.
enum ShapeForm {
    static let code = "^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$"
    static let term = "^[a-z0-9][a-z0-9_-]{0,63}$"
    static let day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    static let month = "^[0-9]{4}-[0-9]{2}$"
    static let id = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
}
