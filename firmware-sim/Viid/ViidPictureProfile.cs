namespace EdgeGateway.Sim.Viid;

/// <summary>Pictures of one passage: the first is the scene (type 01), the second the plate (02), further ones close-ups (09).</summary>
public sealed record ViidPictureProfile
{
    /// <summary>0 to 8.</summary>
    public int Count { get; init; } = 2;

    /// <summary>Least and most bytes of a scene and of a close-up, default 200 to 600 KB.</summary>
    public (int Least, int Most) SceneBytes { get; init; } = (200_000, 600_000);

    /// <summary>Least and most bytes of the plate.</summary>
    public (int Least, int Most) PlateBytes { get; init; } = (4_000, 12_000);

    public int Width { get; init; } = 1920;

    public int Height { get; init; } = 1080;

    /// <summary>False writes 0 for width and height, as V6 does (T19).</summary>
    public bool TellsSize { get; init; } = true;
}
