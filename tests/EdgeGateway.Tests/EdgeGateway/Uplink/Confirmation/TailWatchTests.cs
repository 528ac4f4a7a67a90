using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

public sealed class TailWatchTests
{
    private const string Epoch = "00c0ffee";
    private const string Online = "{\"online\":true,\"receipts\":true}";
    private const string Offline = "{\"online\":false,\"receipts\":true}";

    private static readonly TimeSpan s_patience = ConfirmationRig.Limits.ReceiptPatience;

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryReadingStore _store = new();
    private readonly ConfirmationRig _rig;

    public TailWatchTests() => _rig = ConfirmationRig.Of(_store, _time);

    private bool AllTaken => _rig.Delivery.Lanes[(int)Lane.Event].Floor >= 5;

    [Fact]
    public async Task Look_TakenAndNeverCoveredWhileAPlatformIsThere_IsSentAgainLaterEachTime()
    {
        await SendAsync();
        await SayAsync(Online);
        var gaps = new List<double>();
        double since = 0;
        for (int second = 0; second < 8000; second++)
        {
            Tick();
            since++;
            if (!AllTaken)
            {
                gaps.Add(since);
                since = 0;
                Take();
            }
        }

        Assert.Equal([61, 121, 241, 481, 961, 1921, 3601], gaps, new Near(10));
    }

    [Fact]
    public async Task Look_PlatformIsAway_Waits()
    {
        await SendAsync();
        await SayAsync(Online);
        Tick();
        await SayAsync(Offline);
        Run(s_patience * 3);
        Assert.True(AllTaken);
        await SayAsync(Online);
        Run(s_patience * 0.9);
        Assert.True(AllTaken);
        Run(s_patience * 0.3);
        Assert.False(AllTaken);
    }

    [Fact]
    public async Task Look_Covered_IsLeftAloneAndTheRestIsSentAgain()
    {
        await SendAsync();
        await SayAsync(Online);
        await _rig.ReceiveAsync(Epoch, 3);
        await _rig.Delivery.Settler.DrainAsync();
        Run(s_patience * 1.2);
        Assert.Equal(3, _rig.Delivery.Lanes[(int)Lane.Event].Floor);
    }

    [Fact]
    public async Task Look_AllCoveredAgain_BeginsWithTheFirstPatience()
    {
        await SendAsync();
        await SayAsync(Online);
        Run(s_patience * 1.2);
        Assert.False(AllTaken);
        Take();
        await _rig.ReceiveAsync(Epoch, 5);
        await _rig.Delivery.Settler.DrainAsync();
        Run(s_patience * 1.2);
        await SendAsync();
        Run(s_patience * 0.8);
        Assert.Equal(10, _rig.Delivery.Lanes[(int)Lane.Event].Floor);
        Run(s_patience * 0.4);
        Assert.Equal(5, _rig.Delivery.Lanes[(int)Lane.Event].Floor);
    }

    [Fact]
    public async Task Look_PresenceIsNotKeptByTheBrokerButReceiptsCome_IsSentAgain()
    {
        await SendAsync();
        for (int second = 0; second < 70; second++)
        {
            await _rig.ReceiveAsync(Epoch, 4);
            Tick();
        }

        Assert.False(AllTaken);
    }

    private ValueTask SayAsync(string presence) => _rig.SayAsync("edge/v1/platform/main", presence);

    private void Run(TimeSpan time)
    {
        for (int second = 0; second < time.TotalSeconds; second++)
        {
            Tick();
        }
    }

    private void Tick()
    {
        _rig.Tail.Look();
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task SendAsync()
    {
        for (int i = 0; i < 5; i++)
        {
            await _store.AppendAsync(new() { Lane = Lane.Event, Device = "cam-1", Kind = "plate.read", Received = DateTimeOffset.UnixEpoch, Tail = "\"n\":1}"u8.ToArray() }, default);
        }

        Take();
    }

    private void Take()
    {
        foreach (var reading in _store.All)
        {
            _rig.Delivery.Settler.Sent(reading.Position);
            _rig.Delivery.Lanes[(int)Lane.Event].Take(reading.Position - 1, reading.Position, 0);
        }
    }

    private sealed class Near(double by) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= by;

        public int GetHashCode(double obj) => 0;
    }
}
