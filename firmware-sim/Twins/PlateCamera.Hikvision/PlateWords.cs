using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

/// <summary>How a Hikvision camera writes a plate (section 3.3, tables of 2.8).</summary>
/// <param name="Shown">Text of licensePlate: Chinese plates carry a leading colour character.</param>
/// <param name="Type">plateType.</param>
/// <param name="Colour">plateColor.</param>
/// <param name="TypeByGat">palteTypeByGAT, the vendor's spelling of the element.</param>
/// <param name="ColourByGat">plateColorByGAT.</param>
/// <param name="VehicleByGat">vehicleTypeByGAT.</param>
public sealed record PlateWords(string Shown, string Type, string Colour, int TypeByGat, int ColourByGat, string VehicleByGat)
{
    public static PlateWords Of(Plate plate) => plate.Kind switch
    {
        PlateKind.CivilBlue => new("蓝" + plate.Text, "92TypeCivil", "blue", 2, 2, "K33"),
        PlateKind.CivilYellow => new("黄" + plate.Text, "92TypeCivil", "yellow", 1, 1, "H10"),
        PlateKind.NevSmall => new("绿" + plate.Text, "newEnergy", "newEnergyGreen", 99, 4, "K33"),
        PlateKind.NevLarge => new("黄绿" + plate.Text, "newEnergy", "newEnergyYellowGreen", 99, 4, "K10"),
        PlateKind.Police => new("白" + plate.Text, "arm", "white", 99, 0, "K33"),
        PlateKind.Coach => new("黄" + plate.Text, "coach", "yellow", 99, 1, "K33"),
        PlateKind.Trailer => new("黄" + plate.Text, "trailer", "yellow", 99, 1, "H10"),
        PlateKind.None => new("noPlate", "unknown", "unknown", 41, 5, "K33"),
        _ => new("unknown", "unknown", "unknown", 44, 5, "K33"),
    };
}
