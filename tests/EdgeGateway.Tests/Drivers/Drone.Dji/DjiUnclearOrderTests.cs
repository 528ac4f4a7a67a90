using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>Orders whose end nobody knows are remembered in one value: what has no room any more must not keep the next order from going out.</summary>
public sealed class DjiUnclearOrderTests
{
    private const string Unclear = "unclear";
    private const string Services = $"thing/product/{Dock}/services";

    [Theory]
    [InlineData(90, 180)]
    [InlineData(20, 256)]
    public async Task Order_MoreUnclearOnesThanCanBeRemembered_GoesOutAndTheOldestIsForgotten(int length, int before)
    {
        var memory = new FakeMemory();
        await memory.RememberAsync(Unclear, string.Join('\n', Enumerable.Range(0, before).Select(n => $"{n:D4} ".PadRight(length, 'x'))), default);
        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.NameAsync();
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":5}"""));

        var order = talk.Driver.ExecuteAsync(Order("drone.return-home"), default).AsTask();
        await Eventually.TrueAsync(() => talk.Brokers.On(Services).Any() || order.IsCompleted, "it goes out");
        await talk.PassAsync(60, () => order.IsCompleted);

        // It is unclear too, and is so told.
        Assert.Equal(CommandState.Unknown, (await order).State);
        string[] left = memory.Recall(Unclear)!.Split('\n');
        Assert.Equal($"{Air} return_home", left[^1]);
        Assert.StartsWith("0001 ", left[0], StringComparison.Ordinal);
        Assert.Equal(before, left.Length);
        Assert.Equal(1, talk.Host!.Faults.Count(fault => fault == (FaultKind.Busy, "unclear-order-forgotten")));
    }
}
