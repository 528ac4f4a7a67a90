using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk;

/// <summary>A kiosk's desk pieces with a clock, a memory and a sink; a restart keeps the memory and forgets the rest.</summary>
internal sealed class KioskStage(FakeMemory? memory = null, bool refuses = false)
{
    public FakeTimeProvider Time { get; } = new();

    public FakeMemory Memory { get; } = memory ?? new FakeMemory();

    public FakeSink Sink { get; } = new() { Refuses = refuses };

    public FakeHost Host => field ??= new FakeHost(null!, Time) { Memory = Memory };

    public KioskVoice Voice => field ??= new KioskVoice(Host.Context, "kiosk-test", Sink);

    public KioskStage Restarted(bool refuses = false) => new(Memory, refuses);

    public IReadOnlyList<T> Told<T>()
        where T : ReadingBody => [.. Sink.Entered.Select(reading => reading.Body).OfType<T>()];
}
