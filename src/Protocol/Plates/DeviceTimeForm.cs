namespace EdgeGateway.Protocol.Plates;

/// <summary>How a camera wrote a time.</summary>
public enum DeviceTimeForm
{
    /// <summary>yyyyMMddHHmmss or yyyyMMddHHmmssfff: civil time of the device, the form of GA/T 1400 and of absTime.</summary>
    Digits,

    /// <summary>yyyy-MM-dd with T or a blank before the hours, with or without seconds, fraction and zone.</summary>
    Iso,

    /// <summary>Seconds or milliseconds since 1970.</summary>
    Epoch,
}
