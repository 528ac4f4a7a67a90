namespace EdgeGateway.Sim.Cameras;

/// <summary>Pictures of one passage. One is the scene; two are plate crop and scene; more add the vehicle and further scenes.</summary>
public sealed record PictureProfile
{
    /// <summary>0 to 8.</summary>
    public int Count { get; init; } = 2;

    /// <summary>Least and most bytes of a scene, default 200 to 600 KB.</summary>
    public (int Least, int Most) SceneBytes { get; init; } = (200_000, 600_000);

    /// <summary>Least and most bytes of the plate crop.</summary>
    public (int Least, int Most) PlateBytes { get; init; } = (4_000, 12_000);

    public int Width { get; init; } = 1920;

    public int Height { get; init; } = 1080;

    public PictureNaming Naming { get; init; } = PictureNaming.Declared;
}
