namespace EdgeGateway.Sim.Parcels;

/// <summary>Which part of a parcel's story is told.</summary>
public enum ParcelPart
{
    /// <summary>The scanner's own report.</summary>
    Report,

    /// <summary>The scanner's picture.</summary>
    Image,

    /// <summary>The report of the person at the screen.</summary>
    Review,

    /// <summary>A label that was read.</summary>
    Barcode,

    /// <summary>The controller's registers of the parcel.</summary>
    Controller,
}
