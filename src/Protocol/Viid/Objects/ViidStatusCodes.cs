namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>StatusCode of GA/T 1400 (plate-camera.md section 2.3); -1, 10 and 500 are private codes that were seen.</summary>
public static class ViidStatusCodes
{
    public const int Ok = 0;
    public const int UnknownError = 1;
    public const int Busy = 2;
    public const int DeviceError = 3;
    public const int InvalidOperation = 4;
    public const int XmlFormat = 5;
    public const int XmlContent = 6;
    public const int JsonFormat = 7;
    public const int JsonContent = 8;
    public const int Rebooting = 9;

    /// <summary>The words that go with a code.</summary>
    public static string Words(int code) => code switch
    {
        Ok => "OK",
        Busy => "Device Busy",
        DeviceError => "Device Error",
        InvalidOperation => "Invalid Operation",
        XmlFormat => "Invalid XML Format",
        XmlContent => "Invalid XML Content",
        JsonFormat => "Invalid JSON Format",
        JsonContent => "Invalid JSON Content",
        Rebooting => "Reboot",
        _ => "Other Error",
    };
}
