namespace EdgeGateway.Protocol.Viid.Ids;

/// <summary>
/// A 20-digit code of the GB/T 28181 annex: centre 8, industry 2, type 3, serial 7 (plate-camera.md section 2.5).
/// </summary>
/// <param name="Text">20 digits.</param>
public readonly record struct ViidDeviceCode(string Text)
{
    public const int Digits = 20;

    /// <summary>Administrative division, 8 digits.</summary>
    public string Centre => Text[..8];

    /// <summary>2 digits.</summary>
    public string Industry => Text[8..10];

    /// <summary>3 digits, such as 121 checkpoint or 132 network camera.</summary>
    public string Type => Text[10..13];

    /// <summary>7 digits.</summary>
    public string Serial => Text[13..];

    /// <summary>A video checkpoint: right for a TollgateID, wrong for a camera.</summary>
    public bool IsCheckpoint => Type == "121";

    /// <summary>A camera: 131, 132, or 119 and 120 as old deployments have it.</summary>
    public bool IsCamera => Type is "119" or "120" or "131" or "132";

    /// <returns>Null when it is not 20 digits.</returns>
    public static ViidDeviceCode? Parse(string? text) => text is { Length: Digits } && ViidId.IsDigits(text) ? new ViidDeviceCode(text) : null;
}
