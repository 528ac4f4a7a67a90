namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>What an event of a scanner tells of.</summary>
public enum EventSort
{
    /// <summary>A parcel was screened.</summary>
    Inspection,

    /// <summary>A parcel was opened by a person, and what became of it.</summary>
    Opening,
}
