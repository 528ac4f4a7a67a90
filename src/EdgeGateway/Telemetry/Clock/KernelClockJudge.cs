using System.Buffers.Binary;
using System.Runtime.InteropServices;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Telemetry.Clock;

/// <summary>
/// Asks the Linux kernel (adjtimex(2)), which every time daemon tells whether it disciplines the clock.
/// Asked at most once a second: the answer changes slowly and readings come by the thousand. A clock that was set by
/// hand is not in holdover any more, however good it was before.
/// </summary>
public sealed partial class KernelClockJudge(TimeProvider time, FaultCounters faults) : IClockJudge
{
    // Offsets in struct timex on 64-bit Linux; identical on x86-64 and arm64.
    private const int TimexBytes = 208;
    private const int OffsetAt = 8;
    private const int StatusAt = 40;
    private const int StatusUnsynchronised = 0x0040;
    private const int StatusNanoseconds = 0x2000;

    private readonly Lock _gate = new();
    private readonly ClockSteps _steps = new(time);
    private long _askedAt;
    private bool _asked;
    private bool _everSynchronised;
    private ClockVerdict _verdict = new(ClockQuality.Free, null);

    public ClockVerdict Now()
    {
        lock (_gate)
        {
            if (!_asked || time.GetElapsedTime(_askedAt) > TimeSpan.FromSeconds(1))
            {
                _verdict = Ask();
                _askedAt = time.GetTimestamp();
                _asked = true;
            }

            return _verdict with { UptimeMs = (long)(time.GetTimestamp() * 1000.0 / time.TimestampFrequency) };
        }
    }

    private ClockVerdict Ask()
    {
        if (_steps.Look() is not null)
        {
            faults.Count("clock", "stepped");
            _everSynchronised = false;
        }

        Span<byte> timex = stackalloc byte[TimexBytes];
        timex.Clear();
        bool known = AdjustTime(timex) >= 0;
        int status = BinaryPrimitives.ReadInt32LittleEndian(timex[StatusAt..]);
        if (known && (status & StatusUnsynchronised) == 0)
        {
            _everSynchronised = true;
            long offset = BinaryPrimitives.ReadInt64LittleEndian(timex[OffsetAt..]);
            return new(ClockQuality.Synchronised, offset / ((status & StatusNanoseconds) != 0 ? 1_000_000 : 1_000));
        }

        return new(_everSynchronised ? ClockQuality.Holdover : ClockQuality.Free, null);
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int AdjustTime(Span<byte> timex);
}
