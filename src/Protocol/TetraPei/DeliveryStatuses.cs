namespace EdgeGateway.Protocol.TetraPei;

/// <summary>What a delivery status says (pdt-radio.md section 10; names of EN 300 392-2 table 29.16).</summary>
public static class DeliveryStatuses
{
    /// <summary>It has arrived.</summary>
    public static bool IsSuccess(int status) => status is >= 0x00 and <= 0x1F;

    /// <summary>Not yet: another report follows.</summary>
    public static bool IsTemporary(int status) => status is >= 0x20 and <= 0x3F;

    /// <summary>The other terminal was not there.</summary>
    public static bool IsUnreachable(int status) => status is 0x22 or 0x4B or 0x4F or 0x5A;

    /// <returns>Null for a status that is not listed.</returns>
    public static string? Name(int status) => status switch
    {
        0x00 => "received",
        0x01 => "receipt-report-acknowledged",
        0x02 => "consumed",
        0x03 => "consumed-report-acknowledged",
        0x04 => "forwarded-to-external-network",
        0x05 => "sent-to-group",
        0x20 => "congestion",
        0x21 => "stored",
        0x22 => "not-reachable-stored",
        0x40 => "network-overload",
        0x41 => "service-not-available",
        0x42 => "service-not-available-now",
        0x43 => "source-not-authorised",
        0x44 => "destination-not-authorised",
        0x48 => "expired-not-received",
        0x49 => "expired-not-consumed",
        0x4A => "delivery-failed",
        0x4B => "not-registered",
        0x4C => "queue-full",
        0x4D => "too-long",
        0x4E => "no-transport-layer",
        0x4F => "host-not-connected",
        0x50 => "protocol-not-supported",
        0x51 => "coding-not-supported",
        0x52 => "memory-full",
        0x53 => "not-accepting",
        0x5A => "not-reachable",
        _ => null,
    };
}
