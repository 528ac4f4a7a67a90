namespace EdgeGateway.Protocol.Plates;

/// <summary>
/// Travel headings as VIID Direction, and the other code systems against it (plate-camera.md section 2.8). No two vendors
/// agree. The camera-orientation list of GB/T 28181 exchanges 5 to 8 and is not for vehicles: it is left out on purpose.
/// </summary>
public static class Headings
{
    public const int WestEast = 1;
    public const int EastWest = 2;
    public const int NorthSouth = 3;
    public const int SouthNorth = 4;
    public const int SouthwestNortheast = 5;
    public const int NortheastSouthwest = 6;
    public const int NorthwestSoutheast = 7;
    public const int SoutheastNorthwest = 8;
    public const int Unknown = 9;

    /// <summary>VIID Direction itself.</summary>
    public static readonly CodeTable Viid = CodeTable.Of(
        ("1", WestEast), ("2", EastWest), ("3", NorthSouth), ("4", SouthNorth), ("5", SouthwestNortheast), ("6", NortheastSouthwest),
        ("7", NorthwestSoutheast), ("8", SoutheastNorthwest), ("9", Unknown));

    /// <summary>ISAPI detectDir; 1 up, 2 down and 3 both are listed and are no headings.</summary>
    public static readonly CodeTable HikvisionDetectDir = CodeTable.Of(
        ("6", WestEast), ("4", EastWest), ("7", NorthSouth), ("5", SouthNorth), ("8", Unknown), ("1", Unknown), ("2", Unknown), ("3", Unknown));

    /// <summary>ISAPI relaLaneDirectionType.</summary>
    public static readonly CodeTable HikvisionLaneDirection = CodeTable.Of(
        ("2", WestEast), ("1", EastWest), ("4", NorthSouth), ("3", SouthNorth), ("8", SouthwestNortheast), ("7", NortheastSouthwest),
        ("6", NorthwestSoutheast), ("5", SoutheastNorthwest), ("0", Unknown));

    /// <summary>Dahua TrafficCar.Direction; 9 is a custom one.</summary>
    public static readonly CodeTable Dahua = CodeTable.Of(
        ("2", WestEast), ("6", EastWest), ("4", NorthSouth), ("0", SouthNorth), ("1", SouthwestNortheast), ("5", NortheastSouthwest),
        ("3", NorthwestSoutheast), ("7", SoutheastNorthwest), ("8", Unknown), ("9", Unknown));

    /// <summary>An older regional profile with two digits, east and west exchanged; only for peers that are known to use it.</summary>
    public static readonly CodeTable RegionalTwoDigits = CodeTable.Of(
        ("01", EastWest), ("02", WestEast), ("03", SouthNorth), ("04", NorthSouth), ("05", NortheastSouthwest), ("06", SouthwestNortheast),
        ("07", SoutheastNorthwest), ("08", NorthwestSoutheast), ("00", Unknown));
}
