using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Tests.Protocol.Viid.Ids;

public class ViidIdGeneratorTests
{
    private const string Device = "34020000001320000007";
    private static readonly DateTime s_now = new(2026, 11, 22, 12, 0, 0, 500);

    [Fact]
    public void TryMotorVehicle_OneSecond_CountsUp()
    {
        var ids = new ViidIdGenerator();

        Assert.True(ids.TryMotorVehicle(Device, s_now, out string first));
        Assert.True(ids.TryMotorVehicle(Device, s_now, out string second));
        Assert.Equal(Device + "022026112212000000001" + "0200001", first);
        Assert.Equal(Device + "022026112212000000002" + "0200001", second);
        Assert.Empty(MotorVehicleId.Flags(first, Device));
    }

    [Fact]
    public void TryPicture_HundredThousandthOfASecond_FailsAndTheNextSecondGoesOn()
    {
        var ids = new ViidIdGenerator();
        var made = new HashSet<string>();
        for (int i = 0; i < ViidIdGenerator.MostASecond; i++)
        {
            Assert.True(ids.TryPicture(Device, s_now, out string id));
            Assert.True(made.Add(id));
        }

        Assert.False(ids.TryPicture(Device, s_now, out string none));
        Assert.Empty(none);
        Assert.True(ids.TryPicture(Device, s_now.AddSeconds(1), out string next));
        Assert.EndsWith("2026112212000100001", next);
    }

    [Fact]
    public void TryPicture_ClockSetBack_GoesOnInTheLastSecond()
    {
        var ids = new ViidIdGenerator();
        ids.TryPicture(Device, s_now, out _);

        Assert.True(ids.TryPicture(Device, s_now.AddHours(-1), out string id));
        Assert.EndsWith("2026112212000000002", id);
    }

    [Fact]
    public void TryPicture_AfterAStartInTheSameSecond_TakesTheNextOne()
    {
        var ids = new ViidIdGenerator(s_now);

        Assert.True(ids.TryPicture(Device, s_now.AddMilliseconds(100), out string id));
        Assert.EndsWith("2026112212000100001", id);
    }

    [Fact]
    public void TryBusiness_OtherTypes_CountApart()
    {
        var ids = new ViidIdGenerator();
        ids.TryBusiness("340200000000", ViidTypes.Alarm, s_now, out string alarm);
        ids.TryBusiness("340200000000", ViidTypes.Notification, s_now, out string notification);

        Assert.Equal("340200000000022026112212000000001", alarm);
        Assert.Equal("340200000000042026112212000000001", notification);
        Assert.Equal(ViidIdKind.Business, ViidId.Parse(alarm)!.Kind);
    }
}
