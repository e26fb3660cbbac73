import Accounts
import PrivateCluster
import Vault

extension HomeFolder {
    /// The copies of seals; mode 0700.
    var seals: String { "\(path)/seals" }
}

extension SealBook {
    /// The book of a home, whose key was made with its database.
    init(of home: HomeFolder) throws {
        self.init(key: try SealKey(folder: home.keys), folder: home.seals)
    }
}
