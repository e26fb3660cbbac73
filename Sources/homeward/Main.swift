import Bootstrap
import MSTCAN
import MSTFIT
import StandardMST

/// The program of MST-UK&I's three models.
@main
enum Main {
    static func main() async {
        await Homeward.main(models: [StandardMST(), MSTCAN(), MSTFIT()])
    }
}
