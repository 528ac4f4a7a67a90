namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>How a scanner writes its data sets.</summary>
public enum DicosEncoding
{
    /// <summary>Explicit VR, little endian.</summary>
    Explicit,

    /// <summary>Implicit VR, little endian.</summary>
    Implicit,

    /// <summary>Explicit VR, big endian: retired, and to be refused.</summary>
    BigEndian,
}
