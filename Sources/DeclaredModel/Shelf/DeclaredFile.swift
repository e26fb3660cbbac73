import Crypto

/// A model's file as it lies in a folder, in the program or in a database.
package struct DeclaredFile: Hashable, Sendable {
    /// How it is named in sentences: `config/models/mst-e.yaml`.
    package let name: String
    /// What is in it.
    package let bytes: [UInt8]

    /// A file.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// SHA-256 of the bytes.
    package var checksum: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The checksum as people compare it: 64 hexadecimal digits.
    package var checksumText: String {
        checksum.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

extension DeclaredFile {
    /// The files of `config/models` as they were when the program was built.
    ///
    /// A new file is named here too; a test compares this list with the folder.
    package static let embedded: [DeclaredFile] = [
        DeclaredFile(name: "mst-e.yaml", bytes: PackageResources.mst_e_yaml),
        DeclaredFile(name: "mst-psb.yaml", bytes: PackageResources.mst_psb_yaml),
    ]
}
