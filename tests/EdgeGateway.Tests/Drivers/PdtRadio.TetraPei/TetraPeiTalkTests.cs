using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.TetraPei;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Twins.PdtRadio.TetraPei;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

public sealed class TetraPeiTalkTests
{
    private const string Emergency = "+CTSDSR: 12,1234567,0,2345678,0,84\r\n0A112853A9FF4D4FFFE02";

    [Fact]
    public async Task Connect_FirstBytesAnsweredWithErrors_GoesOnUntilOkAndNeverResets()
    {
        await using var line = new TetraLine(new TetraProfile { FirstErrors = 3 });
        await using var talk = await TetraTalk.StartAsync(line);

        Assert.True(line.Terminal.IsGreeted);
        Assert.Equal(0, line.Terminal.Resets);
        Assert.Equal((1, 1), (line.Count("AT+CTSP=1,3,131\r\n"), line.Count("AT+CTSDS=12,0,0,0,1\r\n")));
        Assert.DoesNotContain("ATZ", line.Heard.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Run_EchoAndMessagesInsideAnswers_AreKeptApart()
    {
        await using var line = new TetraLine(new TetraProfile { Echo = true });
        line.Bend = answer => answer.Replace("\r\n\r\nOK", $"\r\n{TetraLine.Text("inside")}\r\n\r\nOK", StringComparison.Ordinal);
        await using var talk = await TetraTalk.StartAsync(line, TetraLine.Options() with { SignalEvery = TimeSpan.FromMilliseconds(5) });

        await Eventually.TrueAsync(() => talk.Of<RadioSignalBody>().Any(), "the signal");
        Assert.Equal("inside", Assert.Single(talk.Of<RadioMessageBody>()).Text);
        var signal = talk.Of<RadioSignalBody>().First();
        Assert.Equal(("csq", 23, -67, 9011638302345678L), (signal.Scale, signal.Value, signal.Dbm, signal.RadioId));
        Assert.Empty(talk.Host.Faults);
    }

    [Fact]
    public async Task Run_SameMessageFourTimes_IsToldOnce()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);
        for (int i = 0; i < 4; i++)
        {
            line.Say(TetraLine.Text("once"));
        }

        line.Say(TetraLine.Text("behind"));
        await Eventually.TrueAsync(() => talk.Sink.Stored == 2, "the one behind");

        Assert.Equal(["once", "behind"], talk.Of<RadioMessageBody>().Select(body => body.Text));
        Assert.All(talk.Of<RadioMessageBody>(), body => Assert.Equal((1234567, RadioIdentity.Individual), (body.RadioId, body.Target.Kind)));
    }

    [Fact]
    public async Task Run_SameMessageAfterAMinute_IsAnotherWhateverTheWallClockSays()
    {
        var time = new FakeTimeProvider();
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, time: time);
        await SayAsync("first", 1);
        time.JumpWallClock(TimeSpan.FromHours(1));
        line.Say(TetraLine.Text("first"));
        await SayAsync("second", 2);

        time.Advance(TimeSpan.FromSeconds(61));
        time.JumpWallClock(TimeSpan.FromHours(-1));
        await SayAsync("first", 3);
        Assert.Equal(["first", "second", "first"], talk.Of<RadioMessageBody>().Select(body => body.Text));

        async Task SayAsync(string text, int stored)
        {
            line.Say(TetraLine.Text(text));
            await Eventually.TrueAsync(() => talk.Sink.Stored == stored, text);
        }
    }

    [Fact]
    public async Task Run_TerminalThatRestartsOnALineThatStaysUp_IsAskedForEverythingAgain()
    {
        await using var line = new TetraLine();
        line.Bend = answer => line.Count("AT+CTSP=1,3,3\r\n") > line.Count("AT+CTSDS=12,0,0,0,1\r\n") ? "\r\nERROR\r\n" : answer;
        await using var talk = await TetraTalk.StartAsync(line, TetraLine.Options() with { SignalEvery = TimeSpan.FromMilliseconds(20) });
        foreach (string command in (string[])["1,3,131", "1,3,130", "1,2,20", "1,3,10", "1,3,3"])
        {
            await Eventually.TrueAsync(() => line.Count($"AT+CTSP={command}\r\n") > 2, command);
        }

        // What a terminal does not know is asked for all the same, and counted once.
        Assert.Equal([(FaultKind.Unsupported, "profile-refused")], talk.Host.Faults);
        Assert.True(line.Count("AT+CTSDS=12,0,0,0,1\r\n") > 1);
    }

    [Fact]
    public async Task Run_MessageForAnotherNumber_IsForAGroup()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);
        line.Say("+CTSDSR: 13,1234567,0,1000,0,16\r\n8004");
        await Eventually.TrueAsync(() => talk.Sink.Stored == 1, "the status");

        var status = Assert.Single(talk.Of<RadioStatusBody>());
        Assert.Equal((0x8004, new RadioIdentity(1000, RadioIdentity.Group)), (status.StatusCode, status.Target));
    }

    [Fact]
    public async Task Run_EmergencyInALocation_IsAnAlarmOnceAndAPosition()
    {
        await using var line = new TetraLine();
        var memory = new FakeMemory();
        await using var talk = await TetraTalk.StartAsync(line, memory: memory);
        line.Say(Emergency);
        await Eventually.TrueAsync(() => talk.Sink.Stored == 2, "alarm and position");

        var alarm = talk.Sink.Entered.First();
        var body = Assert.IsType<RadioEmergencyBody>(alarm.Body);
        Assert.Equal((Lane.Alarm, "begins", "alarm", 1234567L), (alarm.Lane, body.State, body.EmergencyKind, body.RadioId));
        Assert.Equal(44.93864, body.Position!.Lat, 0.00002);
        var position = Assert.Single(talk.Of<RadioPositionBody>());
        Assert.Equal(("emergency", body.Source!.NativeId), (position.Trigger, position.Source!.NativeId + "~emergency"));
        Assert.Contains("1234567", memory.Recall("emergencies"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000", "begins", false)]
    [InlineData("8010", "begins", null)]
    [InlineData("8011", null, null)]
    public async Task Run_Status_CallsForHelpWhereTheSiteOrTheStandardSaysSo(string code, string? state, bool? verified)
    {
        await using var line = new TetraLine();
        var labels = new Dictionary<int, StatusLabel> { [0x8010] = new("help", true), [0x8011] = new("patrol", false) };
        await using var talk = await TetraTalk.StartAsync(line, TetraLine.Options() with { StatusLabels = labels });
        line.Say($"+CTSDSR: 13,1234567,0,2345678,0,16\r\n{code}");
        await Eventually.TrueAsync(() => talk.Of<RadioStatusBody>().Any(), "the status");

        var alarm = talk.Of<RadioEmergencyBody>().SingleOrDefault();
        Assert.Equal((state, verified), (alarm?.State, alarm?.Verified));
    }

    [Fact]
    public async Task Run_Call_IsToldFromStartToEnd()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line);
        line.Say("+CTICN: 1,0,0,5,09011638300023404,1,1,0,1,1,5,09011638300000001,15");
        line.Say("+CTCC: 1,1,1");
        line.Say("+CTXG: 1,1,0,0");
        line.Say("+CTXG: 1,3,0,0,0,1234567");
        line.Say("+CDTXC: 1,0");
        line.Say("+CTCR: 1,13");
        line.Say("+CTCR: 2,13");
        await Eventually.TrueAsync(() => talk.Of<RadioCallBody>().Count() == 5, "the end");

        Assert.Equal(
            ["start emergency 9011638300023404", "start emergency 1234567", "hang emergency 9011638300023404", "end emergency 9011638300023404", "end other "],
            talk.Of<RadioCallBody>().Select(call => $"{call.Phase} {call.CallType} {call.Caller?.Id}"));
        Assert.Equal(new RadioIdentity(9011638300000001, RadioIdentity.Group), talk.Of<RadioCallBody>().First().Target);
        Assert.Equal(["begins call False", "ends call False"], talk.Of<RadioEmergencyBody>().Select(body => $"{body.State} {body.EmergencyKind} {body.Verified}"));
    }

    [Fact]
    public async Task Run_SenderWantsAReport_GetsItWhenTheReadingIsSafe()
    {
        await using var line = new TetraLine();
        var sink = new FakeSink { Holds = true };
        await using var talk = await TetraTalk.StartAsync(line, sink: sink);
        line.Say("+CTSDSR: 12,1234567,0,2345678,0,64\r\n82049C0174657374");
        await Eventually.TrueAsync(() => sink.Entered.Count == 1, "the text is handed over");
        Assert.Empty(line.Terminal.Sent);

        sink.Release();
        await Eventually.TrueAsync(() => line.Terminal.Sent.Count == 1, "the report");
        Assert.Equal(("1234567", "8210009C"), (line.Terminal.Sent[0].To, Convert.ToHexString(line.Terminal.Sent[0].Data)));

        // The sender did not hear it and says it again: one reading, another report.
        line.Say("+CTSDSR: 12,1234567,0,2345678,0,64\r\n82049C0174657374");
        await Eventually.TrueAsync(() => line.Terminal.Sent.Count == 2, "the report once more");
        Assert.Equal(1, sink.Stored);
    }

    [Fact]
    public async Task Run_ReportsSwitchedOff_SendsNone()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, TetraLine.Options() with { Reports = false, SignalEvery = TimeSpan.FromMilliseconds(20) });
        line.Say("+CTSDSR: 12,1234567,0,2345678,0,64\r\n82049C0174657374");
        await Eventually.TrueAsync(() => talk.Of<RadioMessageBody>().Any(), "the text");
        int before = line.Count("AT+CSQ?");
        await Eventually.TrueAsync(() => line.Count("AT+CSQ?") > before + 1, "two questions later");

        Assert.Empty(line.Terminal.Sent);
    }

    [Fact]
    public async Task Run_TerminalFallsSilent_EndsAfterThreeQuestions()
    {
        var time = new FakeTimeProvider();
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, time: time);
        line.Bend = _ => null;

        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return talk.Running.IsCompleted;
            },
            "the end");
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => talk.Running);

        Assert.Equal(FaultKind.Silent, fault.Kind);
        Assert.Equal(3, talk.Host.Faults.Count(one => one == (FaultKind.Silent, "answer-missing")));
    }

    [Fact]
    public async Task Run_TerminalWithoutSignal_IsWatchedAllTheSame()
    {
        await using var line = new TetraLine();
        line.Bend = answer => answer.Contains("+CSQ", StringComparison.Ordinal) ? "\r\nERROR\r\n" : answer;
        await using var talk = await TetraTalk.StartAsync(line, TetraLine.Options() with { SignalEvery = TimeSpan.FromMilliseconds(1) });

        int before = line.Count("AT\r\n");
        await Eventually.TrueAsync(() => line.Count("AT\r\n") > before + 3, "bare questions");

        Assert.Empty(talk.Of<RadioSignalBody>());
        Assert.Equal((1, (FaultKind.Unsupported, "signal-refused")), (line.Count("AT+CSQ?"), talk.Host.Faults.Single()));
    }

    [Fact]
    public async Task Run_AnswerThatComesTooLate_IsNotTakenForTheNext()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, TetraLine.Options() with { SignalEvery = TimeSpan.FromMilliseconds(1) });
        line.Bend = answer => answer.Contains("+CSQ", StringComparison.Ordinal) ? "\r\nOK\r\n" + answer : answer;
        int before = talk.Of<RadioSignalBody>().Count();

        await Eventually.TrueAsync(() => talk.Of<RadioSignalBody>().Count() > before + 3, "signals behind late answers");

        Assert.Contains((FaultKind.Garbled, "answer-to-nothing"), talk.Host.Faults);
        Assert.DoesNotContain((FaultKind.Silent, "answer-missing"), talk.Host.Faults);
    }

    [Fact]
    public async Task Run_DiskRefuses_CountsWhatWasHandedOverAndWhatStillWaited()
    {
        await using var line = new TetraLine();
        await using var talk = await TetraTalk.StartAsync(line, sink: new FakeSink { Refuses = true });
        for (int i = 0; i < 20; i++)
        {
            line.Say(TetraLine.Text($"number {i}"));
        }

        await Assert.ThrowsAsync<StoreRefusedException>(() => talk.Running.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.InRange(talk.Host.Faults.Count(fault => fault == (FaultKind.Busy, "reading-not-stored")), 2, 20);
    }
}
