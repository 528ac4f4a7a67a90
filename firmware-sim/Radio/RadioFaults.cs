namespace EdgeGateway.Sim.Radio;

/// <summary>
/// The failures of the field (pdt-radio.md section 15), each switched on by itself; none by default. Q15 and Q16 belong to
/// TETRA terminals, Q18 to Windows, Q19 to DTR, which a pseudo-terminal has not; Q7 is the scenario's <c>silence</c>.
/// </summary>
public sealed record RadioFaults
{
    /// <summary>Q1, Q2: how often an acknowledged registration, report or text is sent again; calls are states and not repeated.</summary>
    public int Repeats { get; init; }

    /// <summary>Share of messages that are repeated.</summary>
    public double RepeatShare { get; init; } = 1;

    /// <summary>Q2: repeats are the same frame; false (Q1): under new transport numbers.</summary>
    public bool RepeatsSameNumber { get; init; }

    /// <summary>Q3: device through which a share of registrations, reports and texts is heard as well; a repeater tells of calls on its own channel only.</summary>
    public string? AlsoThrough { get; init; }

    /// <summary>Q3: that share.</summary>
    public double AlsoShare { get; init; } = 1;

    /// <summary>Q4: every so many acknowledgements of the gateway get lost on the way; 0 none.</summary>
    public int DropAckEvery { get; init; }

    /// <summary>Q4, the other way: every so many acknowledgements of ours get lost; 0 none.</summary>
    public int WithholdAckEvery { get; init; }

    /// <summary>Q5: data whose number is not beyond the last one is ignored, across connects.</summary>
    public bool IgnoresOldNumbers { get; init; }

    /// <summary>Q6: after so many messages the network between gives us another source port; 0 never.</summary>
    public int RebindEvery { get; init; }

    /// <summary>Q8: after so many messages a datagram of one byte 0x00; 0 never.</summary>
    public int ResetEvery { get; init; }

    /// <summary>Q9: share of messages that come with a wrong checksum first.</summary>
    public double BadChecksumShare { get; init; }

    /// <summary>Q10: result of our acknowledgement of a text; 8: the called radio did not answer.</summary>
    public byte TextResult { get; init; }

    /// <summary>Q11, Q12: share of position reports with an oddity.</summary>
    public double OddityShare { get; init; }

    /// <summary>Q11, Q12: which, in turn.</summary>
    public IReadOnlyList<GpsOddity> Oddities { get; init; } = [GpsOddity.NoTime, GpsOddity.Zero, GpsOddity.NoFix, GpsOddity.Weeks];

    /// <summary>Q13: the radios' clocks minus true time.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Q14: share of frames with noise before them; on a stream only.</summary>
    public double NoiseShare { get; init; }

    /// <summary>Q14: share of frames that are begun, cut, and sent again whole; on a stream only.</summary>
    public double CutShare { get; init; }

    /// <summary>Q14: share of frames that come in two pieces; on a stream only.</summary>
    public double SplitShare { get; init; }

    /// <summary>Q17: the serial line is pulled out and plugged in again after so long; zero never.</summary>
    public TimeSpan ReplugEvery { get; init; }

    /// <summary>Q20: nothing of what we send gets through.</summary>
    public bool OneWay { get; init; }

    /// <summary>Q21: share of position reports that are lost in the air.</summary>
    public double LostShare { get; init; }

    /// <summary>Q22: radios are in coverage that long; zero always.</summary>
    public TimeSpan CoveredFor { get; init; }

    /// <summary>Q22: and then out of it that long, without keeping anything.</summary>
    public TimeSpan MuteFor { get; init; }
}
