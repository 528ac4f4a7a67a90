using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Abstractions;

public sealed class EmitWindowTests
{
    [Theory]
    [InlineData(10, 0, 4)]
    [InlineData(10, 300, 3)]
    [InlineData(10, 5000, 1)]
    public async Task Emit_NothingBecomesSafe_StopsAtTheBound(int offered, int bytes, int entered)
    {
        var sink = new FakeSink { Holds = true };
        var window = new EmitWindow(sink, mostReadings: 4, mostBytes: 1000);

        var offering = OfferAsync(window, offered, bytes);

        Assert.False(offering.IsCompleted);
        Assert.Equal(entered, sink.Entered.Count);
        sink.Release();
        await offering;
        await window.SettleAsync();
        Assert.Equal((offered, 0, 0), (sink.Stored, window.Count, window.Refused));
        Assert.Equal(Enumerable.Range(0, offered), sink.Entered.Select(one => ((PlateReadBody)one.Body).LaneNo!.Value));
    }

    [Fact]
    public async Task Settle_SomeRefused_ThrowsAndCountsEveryOne()
    {
        var window = new EmitWindow(new RefusingAtTheEnd());
        var offering = OfferAsync(window, 3, 0);
        await offering;

        await Assert.ThrowsAsync<StoreRefusedException>(window.SettleAsync);

        Assert.Equal((3, 0), (window.Refused, window.Count));
    }

    private static async Task OfferAsync(EmitWindow window, int count, int bytes)
    {
        for (int i = 0; i < count; i++)
        {
            await window.EmitAsync(Reading(i, bytes), CancellationToken.None);
        }
    }

    private static Reading Reading(int number, int bytes) => new()
    {
        Device = "cam-1",
        Driver = "test",
        Lane = Lane.Event,
        Time = default,
        TimeFrom = TimeOrigin.Gateway,
        Received = default,
        Body = new PlateReadBody { Plate = new PlateInfo { Raw = "x", Outcome = "UNREAD" }, LaneNo = number },
        Attachments = bytes == 0 ? [] : [new Attachment("00", "image/jpeg", new byte[bytes])],
    };

    private sealed class RefusingAtTheEnd : IReadingSink
    {
        private readonly TaskCompletionSource _three = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
        {
            if (++_count == 3)
            {
                _three.SetResult();
            }

            await _three.Task;
            await Task.Yield();
            throw new StoreRefusedException("disk full");
        }
    }
}
