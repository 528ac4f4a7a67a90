using System.Text.Json;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>Numbers that a controller counted while nobody looked: they bear no label, and the moment of the noticing.</summary>
public sealed class ParcelUnseenTests : IAsyncLifetime
{
    private readonly ParcelSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    /// <summary>All of them are noticed when the next parcel is there: that is where their time points.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(300)]
    public async Task Take_NothingIsKnownBeforeThem_TakeNoParcelOfNow(int unseen)
    {
        for (int i = 1; i <= unseen; i++)
        {
            await UnseenAsync(i, 1);
        }

        await _site.ScanAsync("u", at: 0.1);
        await _site.PlcAsync(unseen + 1, at: 1);
        await _site.PassAsync(17, 1);

        var scanned = Assert.Single(_site.Latest, static data => data.GetProperty("scan").TryGetProperty("uid", out _));
        Assert.Equal(unseen + 1, scanned.GetProperty("scan").GetProperty("sequence").GetInt32());
        Assert.Equal(2, scanned.GetProperty("parts").GetArrayLength());
    }

    [Fact]
    public async Task Take_AsManyScansBetweenTwoLabels_EachHasItsNumber()
    {
        await LabelledAsync(1, "SF1");
        await _site.ScanAsync("u2", at: 1.2);
        await _site.ScanAsync("u3", at: 2.4);
        await UnseenAsync(2, 3.7);
        await UnseenAsync(3, 3.7);
        await LabelledAsync(4, "SF4", at: 3.6);
        await _site.PassAsync(2);

        Assert.Equal(["u1 1", "u2 2", "u3 3", "u4 4"], _site.Joined());
    }

    /// <summary>Its time is nearer to the next parcel, but the count of the one behind it says otherwise.</summary>
    [Fact]
    public async Task Take_NumberWithoutLabelBeforeTheFirstLabel_GoesByItsCount()
    {
        await _site.ScanAsync("u1", at: 0);
        await _site.PlcAsync(1, at: 1.7);
        await _site.ScanAsync("u2", at: 0.9);
        await UnseenAsync(2, 3);
        await LabelledAsync(3, "SF3", at: 2);
        await _site.PassAsync(17);

        Assert.Equal(["u1 1", "u2 2", "u3 3"], _site.Joined());
    }

    /// <summary>The parcel that the controller saw bears no label, and its time fits the one before it as well.</summary>
    [Fact]
    public async Task Take_NumberWithoutLabelBetweenTwoLabels_GoesByItsCountAndNotByItsTime()
    {
        await LabelledAsync(1, "SF1");
        await _site.ScanAsync("u2", at: 1.2);
        await _site.ScanAsync("u3", at: 2.4);
        await UnseenAsync(2, 2.5);
        await _site.PlcAsync(3, at: 2.5);
        await LabelledAsync(4, "SF4", at: 3.6);
        await _site.PassAsync(7);

        Assert.Equal(["u1 1", "u2 2", "u3 3", "u4 4"], _site.Joined());
    }

    /// <summary>One parcel was not scanned and another one twice: as many, and yet not the same ones. An alarm was told before the scan that the count gives it.</summary>
    [Fact]
    public async Task Take_CountFitsAndTheTimeDoesNot_StaysByItself()
    {
        await LabelledAsync(10, "SF10");
        await _site.PlcAsync(11, at: 1 + 1);
        await _site.ScanAsync("u12", at: 3.7);
        await _site.ScanAsync("again", at: 3.9);
        await UnseenAsync(12, 6);
        await LabelledAsync(13, "SF13", at: 5);
        await _site.PassAsync(3);

        Assert.DoesNotContain("u12 11", _site.Joined());
    }

    [Fact]
    public async Task Take_OneScanIsMissing_StayByThemselves()
    {
        await LabelledAsync(1, "SF1");
        await _site.ScanAsync("u2", at: 1.2);
        await UnseenAsync(2, 3.7);
        await UnseenAsync(3, 3.7);
        await LabelledAsync(4, "SF4", at: 3.6);
        await _site.PassAsync(20, 1);
        Assert.Equal(["u1 1", "u4 4"], _site.Joined());

        // The scanner's file comes late: now they are as many.
        await _site.ScanAsync("u3", at: -17.6);
        await _site.PassAsync(2);
        Assert.Equal(["u1 1", "u2 2", "u3 3", "u4 4"], _site.Joined());
    }

    [Fact]
    public async Task Take_KilledBetween_AreJoinedAfterTheStart()
    {
        await LabelledAsync(1, "SF1");
        await _site.ScanAsync("u2", at: 1.2);
        await UnseenAsync(2, 2.5);
        await LabelledAsync(3, "SF3", at: 2.4);
        await _site.KillAsync();
        await _site.PassAsync(7);

        Assert.Equal(["u1 1", "u2 2", "u3 3"], _site.Joined());
    }

    /// <summary>A controller that was away so long that the scan's record is final when it tells its number.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Take_RecordIsFinalBefore_IsOpenedForANumberThatIsCountedOff(bool killed)
    {
        await LabelledAsync(1, "SF1");
        await _site.ScanAsync("u2", at: 1.2);
        await _site.PassAsync(100, 1);
        Assert.True(Of("u2").GetProperty("final").GetBoolean());
        if (killed)
        {
            await _site.KillAsync();
        }

        await UnseenAsync(2, 2);
        await LabelledAsync(3, "SF3", at: 1);
        await _site.PassAsync(2);

        Assert.Equal(["u1 1", "u2 2", "u3 3"], _site.Joined());
        Assert.Equal(["REOPENED", "PARCELS_SKIPPED"], Of("u2").GetProperty("flags").EnumerateArray().Select(static flag => flag.GetString()).Order().Reverse());
        Assert.True(Of("u2").GetProperty("parts").EnumerateArray().Single(static part => part.GetProperty("device").GetString() == "plc").GetProperty("late").GetBoolean());
        await _site.PassAsync(100, 1);
        Assert.All(_site.Latest, static data => Assert.True(data.GetProperty("final").GetBoolean()));
        Assert.Equal(3, _site.Latest.Count);
    }

    /// <summary>The controller's alarm is later than its tolerance: it waits for the count instead of being told at once in a record of its own.</summary>
    [Fact]
    public async Task Take_AlarmOfAControllerThatWasAskedTooLate_GoesByItsCount()
    {
        await LabelledAsync(1, "SF1");
        await _site.ScanAsync("u2", ParcelWords.Alarm, at: 1.2);
        await _site.PlcAsync(2, ParcelWords.Alarm, at: 4.2);
        await LabelledAsync(3, "SF3", at: 4);
        await _site.PassAsync(2);

        Assert.Equal(["u1 1", "u2 2", "u3 3"], _site.Joined());
        Assert.Equal(3, _site.Latest.Count);
    }

    private JsonElement Of(string uid) => _site.Latest.Single(data => data.GetProperty("scan").TryGetProperty("uid", out var told) && told.GetString() == uid);

    private async Task LabelledAsync(int number, string label, double at = 0)
    {
        await _site.ScanAsync($"u{number}", at: at, also: body => body with { Barcodes = [label] });
        await _site.PlcAsync(number, at: at + 1, code: label);
    }

    private async Task UnseenAsync(int number, double at) => await _site.UnseenAsync(number, at);
}
