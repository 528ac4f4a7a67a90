using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>Why a tty could not be opened or set, in words that name the next step. Numbers are those of errno(3).</summary>
internal static class TtyFailure
{
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int NoAnswer = 5;
    private const int NoDeviceBehind = 6;
    private const int AccessDenied = 13;
    private const int InUse = 16;
    private const int NoDevice = 19;
    private const int NoFolder = 20;
    private const int IsAFolder = 21;
    private const int TooManyFiles = 24;
    private const int TooManyFilesHere = 23;

    public static bool IsAbsent(int error) => error is NoEntry or NoDevice or NoDeviceBehind or NoFolder;

    public static DeviceFaultException Opening(string path, int error) => error switch
    {
        NoEntry or NoDevice or NoDeviceBehind or NoFolder =>
            new(FaultKind.Unreachable, $"{path} is not there: is the adapter plugged in, and is this its name below /dev/serial/by-id?"),
        NoAnswer => new(FaultKind.Unreachable, $"{path} does not answer: no port is behind that name, or the adapter must be unplugged and plugged in again."),
        AccessDenied or NotPermitted =>
            new(FaultKind.Refused, $"this account may not open {path}: add it to the group dialout (usermod -a -G dialout ACCOUNT) and restart the gateway."),
        InUse => Taken(path),
        TooManyFiles or TooManyFilesHere => new(FaultKind.Busy, $"{path} cannot be opened, too many files are open: raise LimitNOFILE."),
        IsAFolder => NoSerialLine(path),
        _ => new(FaultKind.Misconfigured, $"{path} cannot be opened: {Libc.Words(error)}."),
    };

    public static DeviceFaultException Taken(string path) =>
        new(FaultKind.Busy, $"another program has {path}: see who with \"fuser -v {path}\" (often ModemManager, gpsd or a getty) and stop it.");

    public static DeviceFaultException NoSerialLine(string path) =>
        new(FaultKind.Misconfigured, $"{path} is no serial line: write the name of one below /dev/serial/by-id.");

    public static DeviceFaultException NotTaken(string path, string what) =>
        new(FaultKind.Misconfigured, $"{path} cannot be set to {what}: take other settings or another adapter.");
}
