using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>Records of parcels against what devices told of them: every rule broken once must be found, and only that one.</summary>
public sealed class ParcelJudgeTests
{
    private const string Scanned = "TDR/2.25.11";
    private const string Passed = "PLC/7";
    private const string Number = "SF0001";
    private const string Heard = "SF0001/1763782320000";
    private const string Alone = "TDR/2.25.22";
    private static readonly DateTimeOffset s_at = new(2026, 11, 22, 3, 32, 0, 120, TimeSpan.Zero);

    [Fact]
    public void Verify_AllThere_Passes()
    {
        VerifyReport report = Verify(Ledger(), Received());

        Assert.Equal("accepted 4 delivered 4 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.Equal((2, 2, 0, 0), (report.Records, report.Parcels, report.Misjoined, report.Apart));
        Assert.Empty(report.Notes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Verify_StatementInNoRecord_IsLost(int part)
    {
        JsonObject[] received = Received();
        received[1]["parts"]!.AsArray().RemoveAt(part);

        VerifyReport report = Verify(Ledger(), received);

        Assert.Equal((4, 3, 1, 0), (report.Accepted, report.Delivered, report.Lost, report.Altered));
        Assert.Contains(report.Notes, note => note.StartsWith("missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_OfARecordOnlyTheLastVersionCounts()
    {
        JsonObject[] received = Received();
        received[0]["parts"] = new JsonArray();

        Assert.Equal((0, 0), Wrong(Verify(Ledger(), received)));
    }

    [Fact]
    public void Verify_StatementThatNobodyAcknowledged_MayBeMissing()
    {
        JsonObject[] received = Received();
        received[1]["parts"]!.AsArray().RemoveAt(1);
        TruthLine[] ledger = [.. Ledger().Select(line => line.NativeId == Passed ? line with { Told = TruthLine.None } : line)];

        VerifyReport report = Verify(ledger, received);

        Assert.Equal((3, 3, 0), (report.Accepted, report.Delivered, report.Lost));
    }

    [Theory]
    [InlineData("result", "clear")]
    [InlineData("result", null)]
    [InlineData("time", "2026-11-22T03:32:00.121Z")]
    [InlineData("time", null)]
    [InlineData("barcode", "SF0009")]
    [InlineData("barcode", null)]
    public void Verify_PartSaysAnother_IsAltered(string member, string? said)
    {
        JsonObject[] received = Received();
        received[1]["parts"]![0]![member] = said;

        VerifyReport report = Verify(Ledger(), received);

        Assert.Equal((0, 1), Wrong(report));
        Assert.Contains(member + ":", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_BarcodesOfAReader_AreHeldToo()
    {
        JsonObject[] received = Received();
        received[1]["parts"]![2]!["barcode"] = "SF0009";

        Assert.Equal((0, 1), Wrong(Verify(Ledger(), received)));
    }

    [Fact]
    public void Verify_UnknownMayBeUnsaid_AndATimeThatWasNotTold()
    {
        TruthLine[] ledger = [.. Ledger().Select(line => line.NativeId == Scanned ? line with { Time = default, Facts = new Dictionary<string, string> { ["result"] = "unknown" } } : line)];
        JsonObject[] received = Received();
        received[1]["parts"]![0]!.AsObject().Remove("result");
        received[1]["parts"]![0]!["time"] = "2020-01-01T00:00:00.000Z";

        Assert.Equal((0, 0), Wrong(Verify(ledger, received)));
    }

    [Theory]
    [InlineData("scan", "uid", "2.25.9")]
    [InlineData("scan", "sequence", 8)]
    public void Verify_WhatOneDeviceAloneTells_MustStandInTheRecord(string first, string second, object said)
    {
        JsonObject[] received = Received();
        received[1][first]![second] = said is int number ? JsonValue.Create(number) : JsonValue.Create((string)said);

        Assert.Equal((0, 1), Wrong(Verify(Ledger(), received)));
    }

    [Fact]
    public void Verify_WhatSeveralMayTell_IsHeldOnlyInARecordOfOneStatement()
    {
        JsonObject[] joined = Received();
        joined[1]["tip"] = true;
        JsonObject[] alone = Received();
        alone[2]["tip"] = true;

        Assert.Equal((0, 0), Wrong(Verify(Ledger(), joined)));
        Assert.Equal((0, 1), Wrong(Verify(Ledger(), alone)));
    }

    [Fact]
    public void Verify_VersionMissing_IsAltered() => AssertOneNote("versions 2", Received()[1..]);

    [Fact]
    public void Verify_LastVersionIsNotFinal_IsAltered()
    {
        JsonObject[] received = Received();
        received[2]["final"] = false;

        AssertOneNote("not final", received);
    }

    [Fact]
    public void Verify_TwoEnds_AreAlteredUnlessItSaysThatItWasReopened()
    {
        JsonObject[] received = Received();
        received[0]["final"] = true;
        AssertOneNote("2 versions are final", received);

        received[1]["flags"] = new JsonArray("REOPENED");
        Assert.Equal((0, 0), Wrong(Verify(Ledger(), received)));
    }

    [Fact]
    public void Verify_VersionTwice_IsAlteredOnlyWhenItSaysAnother()
    {
        JsonObject other = Received()[2];
        Assert.Equal((0, 0), Wrong(Verify(Ledger(), [.. Received(), other])));

        other["courierCode"] = "YTO";
        AssertOneNote("came twice", [.. Received(), other]);
    }

    [Fact]
    public void Verify_StatementInTwoRecords_IsAltered()
    {
        JsonObject[] received = Received();
        received[2]["parts"]!.AsArray().Add(received[1]["parts"]![1]!.DeepClone());

        VerifyReport report = Verify([.. Ledger().Select(line => line with { Parcel = null })], received);

        Assert.Equal((0, 1), Wrong(report));
        Assert.Contains("is part of 2 records", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NumberReadTwice_MayStandInTwoRecords()
    {
        JsonObject[] received = Received();
        received[2]["parts"]!.AsArray().Add(Part("reader-1", "SF0001/1763785920000", null, "SF0001"));

        Assert.Equal((0, 0), Wrong(Verify([.. Ledger().Select(line => line with { Parcel = null })], received)));
    }

    [Fact]
    public void Verify_StatementsOfTwoParcelsInOneRecord_AreMisjoined()
    {
        TruthLine[] ledger = [.. Ledger().Select(line => line.NativeId == Number ? line with { Parcel = "parcel-2" } : line)];

        VerifyReport report = Verify(ledger, Received());

        Assert.Equal((1, 1), (report.Misjoined, report.Altered));
        Assert.Contains(report.Notes, note => note.Contains("holds statements of 2 parcels", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_StatementOfAnotherParcelThatNobodyAcknowledged_IsMisjoinedToo()
    {
        TruthLine[] ledger = [.. Ledger().Select(line => line.NativeId == Number ? line with { Parcel = "parcel-2", Told = TruthLine.None } : line)];

        Assert.Equal(1, Verify(ledger, Received()).Misjoined);
    }

    [Fact]
    public void Verify_OneParcelInTwoRecords_IsApartAndNothingIsWrong()
    {
        TruthLine[] ledger = [.. Ledger().Select(line => line with { Parcel = "parcel-1" })];

        VerifyReport report = Verify(ledger, Received());

        Assert.Equal((1, 1, 0), (report.Apart, report.Parcels, report.Misjoined));
        Assert.Equal((0, 0), Wrong(report));
    }

    private static void AssertOneNote(string word, JsonObject[] received)
    {
        VerifyReport report = Verify(Ledger(), received);
        Assert.Equal((0, 1), Wrong(report));
        Assert.Contains(word, Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    private static (long Lost, long Altered) Wrong(VerifyReport report) => (report.Lost, report.Altered);

    private static VerifyReport Verify(TruthLine[] ledger, JsonObject[] received)
    {
        var index = new ReceivedIndex();
        foreach ((int at, JsonObject data) in received.Index())
        {
            index.Add(new ReceivedLine
            {
                Type = ReceivedLine.Reading,
                Topic = "t",
                Id = "gw:e:" + at.ToString(CultureInfo.InvariantCulture),
                Epoch = "e",
                Seq = at + 1,
                Device = "scan-1",
                Kind = "parcel.inspection",
                Time = s_at,
                Data = System.Text.Json.JsonSerializer.SerializeToElement(data),
            });
        }

        return new Verifier(new VerifyOptions()).Verify(ledger, index);
    }

    private static TruthLine[] Ledger() =>
    [
        Truth("scan-1", Scanned, "parcel-1", s_at, ("result", "alarm"), ("parcel.id", "SF0001"), ("scan.uid", "2.25.11"), ("tip", "")),
        Truth("belt-1", Passed, "parcel-1", default, ("result", "alarm"), ("scan.sequence", "7")),
        Truth("reader-1", Number, "parcel-1", default, ("barcodes.0", "SF0001")),
        Truth("scan-1", Alone, "parcel-2", s_at, ("result", "clear"), ("scan.uid", "2.25.22"), ("tip", "")),
    ];

    private static TruthLine Truth(string device, string nativeId, string parcel, DateTimeOffset time, params (string Path, string Text)[] facts) => new()
    {
        Device = device,
        NativeId = nativeId,
        Plate = "",
        LaneNo = 0,
        Time = time,
        Kind = "parcel.inspection",
        Parcel = parcel,
        Facts = facts.ToDictionary(fact => fact.Path, fact => fact.Text),
        Told = TruthLine.Ok,
    };

    /// <summary>A record of three statements in two versions, and one of a single statement.</summary>
    private static JsonObject[] Received() =>
    [
        Record("r-1", 1, final: false, "2.25.11", Part("scan-1", Scanned, "alarm", "SF0001")),
        Record("r-1", 2, final: true, "2.25.11", Part("scan-1", Scanned, "alarm", "SF0001"), Part("belt-1", Passed, "alarm", null), Part("reader-1", Heard, null, "SF0001")),
        Record("r-2", 1, final: true, "2.25.22", Part("scan-1", Alone, "clear", null)),
    ];

    private static JsonObject Record(string id, int version, bool final, string uid, params JsonNode[] parts) => new()
    {
        ["recordId"] = id,
        ["version"] = version,
        ["final"] = final,
        ["result"] = parts[0]["result"]!.DeepClone(),
        ["scan"] = new JsonObject { ["uid"] = uid, ["sequence"] = 7 },
        ["parts"] = new JsonArray(parts),
    };

    private static JsonObject Part(string device, string nativeId, string? result, string? barcode)
    {
        var part = new JsonObject { ["device"] = device, ["nativeId"] = nativeId, ["time"] = "2026-11-22T03:32:00.120Z" };
        foreach ((string name, string? value) in new[] { ("result", result), ("barcode", barcode) })
        {
            if (value is not null)
            {
                part[name] = value;
            }
        }

        return part;
    }
}
