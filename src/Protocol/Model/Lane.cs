namespace EdgeGateway.Protocol.Model;

/// <summary>The four queues a reading can travel in; a lower value overtakes a higher one.</summary>
public enum Lane
{
    /// <summary>Emergency call, hot-list hit, threat found, drone in distress, tamper.</summary>
    Alarm = 0,

    /// <summary>Plate read, scan, message, transaction.</summary>
    Event = 1,

    /// <summary>Position, health: newer replaces older.</summary>
    Telemetry = 2,

    /// <summary>Bytes of pictures and files.</summary>
    Media = 3,
}
