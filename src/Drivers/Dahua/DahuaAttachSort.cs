namespace EdgeGateway.Drivers.Dahua;

/// <summary>The streams that a device offers.</summary>
internal enum DahuaAttachSort
{
    /// <summary>snapManager: events with their pictures.</summary>
    Pictures,

    /// <summary>eventManager: events without pictures.</summary>
    Events,
}
