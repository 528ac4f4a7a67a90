using EdgeGateway.Sim.Radio;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>The mobile twin on its line, against a gateway of a few lines.</summary>
public sealed class MobileTwinTests
{
    private static readonly RadioProfile s_calm = new()
    {
        Radios = 2, FirstId = 3000, ReportEvery = TimeSpan.FromSeconds(1), TextEvery = TimeSpan.Zero, AckTimeout = TimeSpan.FromMilliseconds(80),
    };

    [Fact]
    public async Task Run_WithoutASession_SaysNothing()
    {
        (RadioRig rig, Stream line) = await RadioRig.MobileAsync(s_calm);
        await using (rig)
        {
            await using var peer = new HrnpPeer(line);
            await peer.TellAsync(HdapBytes.Of(RadioService.Rcp, 0x00C6));
            await peer.ConnectAsync();
            await Soon.TrueAsync(() => rig.Told.Count() >= 2, "it speaks after the connect");
            Assert.Equal("7e0400fd10200000000c70d2", Convert.ToHexStringLower(peer.Frames.First()));
            Assert.Equal(0, peer.Skipped);
        }
    }

    [Theory]
    [InlineData("02c60000006c03", "02c6800100")]
    [InlineData("025204010000dc03", "025284060000")]
    [InlineData("024718080007000000000000" + "0000", null)]
    public async Task RadioControl_StartUpQuestions_AreAnswered(string question, string? answer)
    {
        (RadioRig rig, Stream line) = await RadioRig.MobileAsync(s_calm with { Registers = false, ReportEvery = TimeSpan.Zero });
        await using (rig)
        {
            await using var peer = new HrnpPeer(line);
            await peer.ConnectAsync();
            byte[] bytes = Convert.FromHexString(question);
            bytes[^2] = HdapBytes.Checksum(bytes);
            bytes[^1] = 3;
            await peer.TellAsync(bytes);
            await Soon.TrueAsync(() => peer.Frames.Any(frame => frame[3] == 0x10), "it is acknowledged");
            if (answer is not null)
            {
                await Soon.TrueAsync(() => peer.Messages.Any(message => Convert.ToHexStringLower(message).StartsWith(answer, StringComparison.Ordinal)), "it is answered");
            }
        }
    }

    [Fact]
    public async Task Run_NobodyAcknowledges_SameNumberAgainAndThenANewOne()
    {
        (RadioRig rig, Stream line) = await RadioRig.MobileAsync(s_calm with { Radios = 1 });
        await using (rig)
        {
            await using var peer = new HrnpPeer(line) { Acknowledges = false };
            await peer.ConnectAsync();
            await Soon.TrueAsync(() => peer.Messages.Count() >= 5, "it comes again");
            Assert.Equal([0, 0, 0, 0, 1], peer.Frames.Where(frame => frame[3] == 0).Take(5).Select(frame => (int)frame[7]));
            Assert.Empty(rig.Told);
            peer.Acknowledges = true;
            await Soon.TrueAsync(() => rig.Told.Any(), "it is told at last");
        }
    }

    [Fact]
    public async Task Disconnect_Scenario_CutsTheLineAndComesBackWithNothingLost()
    {
        (RadioRig rig, Stream line) = await RadioRig.MobileAsync(s_calm);
        await using (rig)
        {
            await using var peer = new HrnpPeer(line);
            await peer.ConnectAsync();
            await Soon.TrueAsync(() => rig.Told.Any(), "it speaks");
            rig.Trouble.Disconnect(TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(300));
            await Soon.TrueAsync(() => peer.IsOver, "the line is cut");
        }
    }

    [Fact]
    public async Task Line_NoiseCutsAndPieces_EveryFrameIsFoundAmongThem()
    {
        (RadioRig rig, Stream line) = await RadioRig.MobileAsync(s_calm with { Faults = new RadioFaults { NoiseShare = 0.5, CutShare = 0.5, SplitShare = 0.5 } });
        await using (rig)
        {
            await using var peer = new HrnpPeer(line);
            while (peer.Frames.IsEmpty)
            {
                await peer.ConnectAsync();
                await Task.Delay(20);
            }

            await Soon.TrueAsync(() => rig.Told.Count() >= 6 && peer.Skipped > 0, "it goes on");
            Assert.All(peer.Messages, message => Assert.NotNull(HdapBytes.Read(message)));
        }
    }

    [Fact]
    public async Task Serial_PulledAndPluggedIn_IsAnotherNodeUnderTheSameName()
    {
        (RadioRig rig, string name) = RadioRig.Serial(s_calm with { Faults = new RadioFaults { ReplugEvery = TimeSpan.FromSeconds(1) } });
        await using (rig)
        {
            for (int spoke = 0, tries = 0; spoke < 2; tries++)
            {
                Assert.True(tries < 20, "it never speaks");
                spoke += await SpeaksAsync(rig, name) ? 1 : 0;
            }
        }

        Assert.False(File.Exists(name));
    }

    /// <returns>False when the plug was pulled before it could speak, which a busy machine takes long enough for.</returns>
    private static async Task<bool> SpeaksAsync(RadioRig rig, string name)
    {
        await Soon.TrueAsync(() => File.Exists(name), "the node is there");
        try
        {
            await using var peer = new HrnpPeer(new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0));
            int told = rig.Told.Count();
            await peer.ConnectAsync().WaitAsync(TimeSpan.FromSeconds(5));
            await Soon.TrueAsync(() => rig.Told.Count() > told || peer.IsOver, "it speaks, or the plug is pulled");
            bool spoke = rig.Told.Count() > told;
            await Soon.TrueAsync(() => peer.IsOver, "the plug is pulled");
            return spoke;
        }
        catch (Exception pulled) when (pulled is IOException or TimeoutException)
        {
            return false;
        }
    }
}
