using System.Runtime.InteropServices;
using EdgeGateway.Drivers.Transport.Serial;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>One input line that this process holds; nobody else can have it meanwhile.</summary>
internal sealed class GpioLine : IDisposable
{
    // O_RDWR | O_CLOEXEC
    private const int OpenFlags = 0x2 | 0x80000;
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int NoDeviceBehind = 6;
    private const int AccessDenied = 13;
    private const int InUse = 16;
    private const int NoDevice = 19;
    private const int InvalidArgument = 22;

    private readonly SafeFileHandle _line;

    private GpioLine(SafeFileHandle line) => _line = line;

    /// <returns>The line, or why it cannot be had.</returns>
    public static (GpioLine? Line, string? Why) Open(string chip, ContactLine contact)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            return (null, SensorTrouble.Missing);
        }

        int descriptor = Libc.Open(chip, OpenFlags);
        if (descriptor < 0)
        {
            return (null, Why(Marshal.GetLastPInvokeError()));
        }

        // The chip is needed only to ask for the line, which then lives by itself.
        using var file = new SafeFileHandle(descriptor, ownsHandle: true);
        Span<byte> request = stackalloc byte[GpioRequest.Length];
        GpioRequest.Write(request, contact);
        return Libc.Ioctl(file, GpioRequest.GetLine, request) < 0
            ? (null, Why(Marshal.GetLastPInvokeError()))
            : (new GpioLine(new SafeFileHandle(GpioRequest.Descriptor(request), ownsHandle: true)), null);
    }

    /// <returns>Null when the chip is gone.</returns>
    public bool? Read()
    {
        Span<byte> values = stackalloc byte[GpioRequest.ValuesLength];
        GpioRequest.WriteValues(values);
        return Libc.Ioctl(_line, GpioRequest.GetValues, values) < 0 ? null : GpioRequest.IsActive(values);
    }

    public void Dispose() => _line.Dispose();

    private static string Why(int error) => error switch
    {
        NoEntry or NoDevice or NoDeviceBehind => SensorTrouble.Missing,
        AccessDenied or NotPermitted => SensorTrouble.Refused,
        InUse => SensorTrouble.Taken,

        // A line that the chip does not have.
        InvalidArgument => SensorTrouble.Missing,
        _ => SensorTrouble.Broken,
    };
}
