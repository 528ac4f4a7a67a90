namespace EdgeGateway.Sim.Traffic;

/// <summary>Productions of the plate grammar that the simulated traffic uses (plate-camera.md section 5.2), and the two ways to see none.</summary>
public enum PlateKind
{
    CivilBlue,
    CivilYellow,
    NevSmall,
    NevLarge,
    Police,
    Coach,
    Trailer,

    /// <summary>The vehicle carries none.</summary>
    None,

    /// <summary>The camera could not read it.</summary>
    Unread,
}
