namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What can happen to a record, as the platform sees it.</summary>
internal static class ParcelFlags
{
    /// <summary>Something came after the record had been called final.</summary>
    public const string Reopened = "REOPENED";

    /// <summary>It was made final early because too many were open.</summary>
    public const string Crowded = "CROWDED";

    /// <summary>One scan of it was a training image and does not count, for something real was decided beside it.</summary>
    public const string TipBeside = "TIP_BESIDE";
}
