using System.Text;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins.PlateCamera.Viid;
using EdgeGateway.Sim.Viid;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateCamera.Viid;

/// <summary>The twin of a GA/T 1400 camera against a server written by hand.</summary>
public sealed class ViidWireTests
{
    private static readonly ViidProfile s_eager = new()
    {
        RetryPause = TimeSpan.FromMilliseconds(5),
        Pictures = new ViidPictureProfile { Count = 1, SceneBytes = (300, 400) },
    };

    [Fact]
    public async Task Day_WellBehaved_RegistersAsksTheTimeUploadsAndLeaves()
    {
        await using var server = new ViidPeer();
        TruthLine line = Assert.Single(await TellAsync(server, s_eager, 1));

        Assert.Equal(TruthLine.Ok, line.Told);
        Assert.Equal(
            ["POST /VIID/System/Register", "POST /VIID/System/Register +auth", "GET /VIID/System/Time", "POST /VIID/MotorVehicles", "POST /VIID/System/UnRegister", "POST /VIID/System/UnRegister +auth"],
            server.Requests);
        (string head, byte[] body) = Assert.Single(server.Uploads);
        Assert.Contains("\r\nUser-Identify: 34020000001320000007\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/VIID+JSON;charset=utf-8\r\n", head, StringComparison.Ordinal);
        Assert.Equal([line.NativeId], ViidPeer.Ids(body));
    }

    [Fact]
    public async Task Tell_OneOfThreeRefused_SendsThatOneAgainUnderItsId()
    {
        await using var server = new ViidPeer();
        server.Answers.Enqueue([0, 8, 0]);

        IReadOnlyList<TruthLine> lines = await TellAsync(server, s_eager with { VehiclesPerPost = (3, 3) }, 3);

        string[][] ids = [.. server.Uploads.Select(upload => ViidPeer.Ids(upload.Body))];
        Assert.Equal(3, ids[0].Length);
        Assert.Equal([ids[0][1]], ids[1]);
        Assert.Equal([ids[0][0], ids[0][2], ids[0][1]], lines.Select(line => line.NativeId));
        Assert.All(lines, line => Assert.Equal(TruthLine.Ok, line.Told));
    }

    [Fact]
    public async Task Tell_CutAndRefused_SendsTheSameBytesUntilStatus0()
    {
        await using var server = new ViidPeer();
        server.Answers.Enqueue([]);
        server.Answers.Enqueue([503]);

        Assert.Equal(TruthLine.Ok, Assert.Single(await TellAsync(server, s_eager, 1)).Told);
        Assert.Equal(3, server.Uploads.Count);
        Assert.All(server.Uploads, upload => Assert.Equal(server.Uploads.First().Body, upload.Body));
    }

    [Fact]
    public async Task Tell_401_RegistersAgain()
    {
        await using var server = new ViidPeer();
        server.Answers.Enqueue([401]);

        Assert.Equal(TruthLine.Ok, Assert.Single(await TellAsync(server, s_eager, 1)).Told);
        Assert.Equal(2, server.Requests.Count(request => request == "POST /VIID/System/Register +auth"));
    }

    [Fact]
    public async Task Tell_NeverRetries_NotesTheStatus()
    {
        await using var server = new ViidPeer();
        server.Answers.Enqueue([8]);

        Assert.Equal("status 8", Assert.Single(await TellAsync(server, s_eager with { Retry = ViidRetry.Never }, 1)).Told);
    }

    [Fact]
    public async Task Tell_Duplicates_AreNotedOnce()
    {
        await using var server = new ViidPeer();

        Assert.Single(await TellAsync(server, s_eager with { DuplicateRate = 1 }, 1));
        Assert.Equal(2, server.Uploads.Count);
    }

    [Fact]
    public async Task Tell_Unfinished_ComesFirstWithoutItsEnd()
    {
        await using var server = new ViidPeer();

        Assert.Equal(TruthLine.Ok, Assert.Single(await TellAsync(server, s_eager with { UnfinishedRate = 1 }, 1)).Told);
        byte[][] bodies = [.. server.Uploads.Select(upload => upload.Body)];
        Assert.Equal(2, bodies.Length);
        Assert.Equal(bodies[1][..bodies[0].Length], bodies[0]);
        Assert.True(bodies[0].Length < bodies[1].Length);
    }

    [Fact]
    public async Task Cut_InsideAMessage_SendsHalfOfIt()
    {
        await using var server = new ViidPeer();
        await using ViidWire wire = Wire(server, s_eager, new ListLedger());
        await wire.StartAsync(CancellationToken.None);

        await wire.CutInsideAsync(Camera.Passage(), CancellationToken.None);
        await wire.TellAsync(Camera.Passage(), false, CancellationToken.None);

        Assert.Single(server.Uploads);
    }

    [Fact]
    public async Task Register_WrongPassword_NotesNothingAsTold()
    {
        await using var server = new ViidPeer { Password = "another" };
        var ledger = new ListLedger();
        await using ViidWire wire = Wire(server, s_eager with { Retry = ViidRetry.Never }, ledger);
        await wire.TellAsync(Camera.Passage(), false, CancellationToken.None);

        Assert.Empty(server.Uploads);
        Assert.Equal(TruthLine.None, Assert.Single(ledger.Lines).Told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("application/json;charset=utf8")]
    public async Task Tell_MediaType_IsThatOfTheProfile(string mediaType)
    {
        await using var server = new ViidPeer();
        await TellAsync(server, s_eager with { MediaType = mediaType }, 1);

        string head = server.Uploads.Single().Head;
        Assert.Equal(mediaType.Length > 0, head.Contains($"Content-Type: {mediaType}\r\n", StringComparison.Ordinal) && head.Contains("Content-Type", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<TruthLine>> TellAsync(ViidPeer server, ViidProfile profile, int count)
    {
        var ledger = new ListLedger();
        await using ViidWire wire = Wire(server, profile, ledger);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await wire.StartAsync(limit.Token);
        for (int i = 0; i < count; i++)
        {
            await wire.TellAsync(Camera.Passage() with { Index = i, Seed = (ulong)i }, false, limit.Token);
        }

        await wire.EndAsync(limit.Token);
        wire.GiveUp();
        return [.. ledger.Lines];
    }

    private static ViidWire Wire(ViidPeer server, ViidProfile profile, ListLedger ledger) => new(
        new ViidVoice("cam-01", profile),
        profile,
        new ViidSession(profile, server.Url, profile.DeviceId, "Kakou@2024", 5),
        new CameraTrouble(new CameraProfile(), Camera.At),
        ledger,
        TimeProvider.System);
}
