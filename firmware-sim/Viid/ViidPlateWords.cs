using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Viid;

/// <summary>How GA/T 1400 writes a plate (plate-camera.md section 2.6, tables of 2.8).</summary>
/// <param name="HasPlate">Whether the vehicle carries one.</param>
/// <param name="PlateNo">A plate that is not there and one that cannot be read are both written 无车牌.</param>
/// <param name="PlateClass">GA/T 16.7.</param>
/// <param name="PlateColor">ColorType.</param>
/// <param name="VehicleClass">GA/T 16.4.</param>
public sealed record ViidPlateWords(bool HasPlate, string PlateNo, string PlateClass, string PlateColor, string VehicleClass)
{
    private const string None = "无车牌";

    public static ViidPlateWords Of(Plate plate) => plate.Kind switch
    {
        PlateKind.CivilBlue => new(true, plate.Text, "02", "5", "K33"),
        PlateKind.CivilYellow => new(true, plate.Text, "01", "6", "H10"),
        PlateKind.NevSmall => new(true, plate.Text, "52", "9", "K33"),
        PlateKind.NevLarge => new(true, plate.Text, "51", "9", "K10"),
        PlateKind.Police => new(true, plate.Text, "23", "2", "K33"),
        PlateKind.Coach => new(true, plate.Text, "16", "6", "K33"),
        PlateKind.Trailer => new(true, plate.Text, "15", "6", "H10"),
        PlateKind.None => new(false, None, "41", "99", "K33"),
        _ => new(true, None, "44", "99", "K33"),
    };

    /// <summary>ColorType of a body colour in the words of the traffic.</summary>
    public static string Body(string colour) => colour switch
    {
        "black" => "1",
        "white" => "2",
        "gray" or "silver" => "3",
        "red" => "4",
        "blue" => "5",
        "yellow" => "6",
        "brown" => "8",
        "green" => "9",
        _ => "99",
    };
}
