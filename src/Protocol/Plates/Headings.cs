namespace EdgeGateway.Protocol.Plates;

/// <summary>Travel headings as VIID Direction (plate-camera.md section 2.8). No two vendors agree: each mapping has its own table onto these.</summary>
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
}
