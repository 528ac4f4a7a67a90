using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Tests.Protocol.Snmp;

/// <summary>Walks of tables by agents that do what they like.</summary>
public sealed class WalkedTableTests
{
    private static readonly ObjectId s_name = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.1");
    private static readonly ObjectId s_alias = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.18");
    private static readonly SnmpValue s_one = new(BerTag.Integer, new byte[] { 1 });

    [Fact]
    public void Take_TwoColumnsWithHoles_GivesEveryRow()
    {
        var walked = Walk();
        walked.Take(walked.Next(), Answer((s_name, "1"), (s_alias, "2"), (s_name, "2"), (s_alias, "7")));
        Assert.Equal(["1.3.6.1.2.1.31.1.1.1.1.2", "1.3.6.1.2.1.31.1.1.1.18.7"], walked.Next().Select(one => one.At.Text));
        walked.Take(walked.Next(), Answer((ObjectId.Of("1.3.6.1.2.1.31.1.1.1.2"), "1"), (ObjectId.Of("1.3.6.1.2.1.31.1.1.1.19"), "1")));

        Assert.Empty(walked.Next());
        Assert.Equal(["1", "2", "7"], walked.Table.Rows.Select(row => row.Index));
        Assert.Equal((1L, null), (walked.Table.Rows[0].Whole(s_name), walked.Table.Rows[0].Whole(s_alias)));
        Assert.True(walked.Table.IsWhole);
        Assert.Empty(walked.Faults);
    }

    [Fact]
    public void Take_EndOfEverything_EndsAColumnAndNothingElse()
    {
        var bulk = Walk();
        bulk.Take(bulk.Next(), new SnmpMessage(BerTag.GetResponse, 1, 0, 0, [new VarBind(s_name, new SnmpValue(BerTag.EndOfMibView, default)), new VarBind(Row(s_alias, "1"), s_one)]));
        Assert.Equal([s_alias], bulk.Next().Select(one => one.Root));

        var old = Walk(isBulk: false);
        old.Take(old.Next(), new SnmpMessage(BerTag.GetResponse, 1, SnmpError.NoSuchName, 2, []));
        Assert.Equal([s_name], old.Next().Select(one => one.Root));
        Assert.True(old.Table.IsWhole);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("4")]
    [InlineData("4.9.9")]
    public void Take_ObjectsThatDoNotGrow_EndTheColumn(string next)
    {
        var walked = Walk();
        walked.Take(walked.Next(), Answer((s_name, "5"), (s_alias, "5")));
        walked.Take(walked.Next(), Answer((s_name, next), (s_alias, "6")));

        Assert.Equal([s_alias], walked.Next().Select(one => one.Root));
        Assert.False(walked.Table.IsWhole);
        Assert.Equal(["objects-do-not-grow"], walked.Faults);
    }

    [Fact]
    public void Take_RowsWithoutEnd_AreCut()
    {
        var walked = new WalkedTable([s_name], new WalkLimits { Rows = 10 }, isBulk: true);
        for (int row = 1; walked.Next() is { Count: > 0 } asked; row++)
        {
            Assert.True(row < 20);
            walked.Take(asked, Answer((s_name, $"{row}")));
        }

        Assert.Equal(10, walked.Table.Rows.Count);
        Assert.Equal(["too-many-rows"], walked.Faults);
    }

    [Fact]
    public void Take_BytesWithoutEnd_AreCut()
    {
        var walked = new WalkedTable([s_name], new WalkLimits { Bytes = 2000 }, isBulk: true);
        var large = new SnmpValue(BerTag.OctetString, new byte[600]);
        for (int row = 1; walked.Next() is { Count: > 0 } asked; row++)
        {
            Assert.True(row < 20);
            walked.Take(asked, new SnmpMessage(BerTag.GetResponse, 1, 0, 0, [new VarBind(Row(s_name, $"{row}"), large)]));
        }

        Assert.Equal(3, walked.Table.Rows.Count);
        Assert.Equal(["too-many-bytes"], walked.Faults);
    }

    [Fact]
    public void Take_TooBig_AsksForFewerRowsThenColumnsThenGivesUp()
    {
        var walked = Walk();
        var seen = new List<(int Rows, int Columns)>();
        while (walked.Next() is { Count: > 0 } asked)
        {
            Assert.True(seen.Count < 40);
            seen.Add((walked.RowsOf(asked.Count), asked.Count));
            walked.Take(asked, new SnmpMessage(BerTag.GetResponse, 1, SnmpError.TooBig, 0, []));
        }

        Assert.Equal([(32, 2), (16, 2), (8, 2), (4, 2), (2, 2), (1, 2), (1, 1), (1, 1)], seen);
        Assert.False(walked.Table.IsWhole);
        Assert.Equal(["column-refused"], walked.Faults);
    }

    [Fact]
    public void Take_OneColumnFails_LeavesTheOther()
    {
        var walked = Walk(isBulk: false);
        walked.Take(walked.Next(), new SnmpMessage(BerTag.GetResponse, 1, SnmpError.GenErr, 1, []));

        Assert.Equal([s_alias], walked.Next().Select(one => one.Root));
        Assert.Equal(["column-refused"], walked.Faults);
    }

    [Fact]
    public void Take_FewerValuesThanAsked_EndsWhatWasAsked()
    {
        var walked = Walk();
        walked.Take(walked.Next(), Answer((s_name, "1")));

        Assert.Empty(walked.Next());
        Assert.Equal(["answer-to-other-objects"], walked.Faults);
    }

    [Fact]
    public void Next_ManyColumns_AsksEightAtATime()
    {
        var walked = new WalkedTable([.. Enumerable.Range(1, 20).Select(column => ObjectId.Of($"1.3.6.1.2.1.2.2.1.{column}"))], WalkLimits.Usual, isBulk: false);

        Assert.Equal((8, 1), (walked.Next().Count, walked.RowsOf(8)));
    }

    /// <summary>Whatever an agent answers, a walk ends, and within its bounds.</summary>
    [Fact]
    public void Take_AnythingAtAll_Ends()
    {
        var random = new Random(20261123);
        for (int round = 0; round < 2000; round++)
        {
            var walked = new WalkedTable([s_name, s_alias], new WalkLimits { Rows = 20, Bytes = 4000 }, isBulk: round % 2 == 0);
            int questions = 0;
            while (walked.Next() is { Count: > 0 } asked)
            {
                walked.Take(asked, Anything(random, asked));
                Assert.InRange(++questions, 0, 2000);
            }

            Assert.InRange(walked.Table.Rows.Count, 0, 20);
        }
    }

    private static SnmpMessage Anything(Random random, IReadOnlyList<WalkedColumn> asked)
    {
        if (random.Next(4) == 0)
        {
            return new SnmpMessage(BerTag.GetResponse, 1, random.Next(20), random.Next(-1, 5), []);
        }

        return new SnmpMessage(BerTag.GetResponse, 1, 0, 0, [.. Enumerable.Range(0, random.Next(5)).Select(i => new VarBind(
            random.Next(6) == 0 ? s_alias : Row(asked[i % asked.Count].Root, $"{random.Next(30)}.{random.Next(3)}"),
            new SnmpValue(random.Next(8) == 0 ? BerTag.EndOfMibView : BerTag.Integer, new byte[random.Next(600)])))]);
    }

    private static WalkedTable Walk(bool isBulk = true) => new([s_name, s_alias], WalkLimits.Usual, isBulk);

    private static ObjectId Row(ObjectId column, string index) => ObjectId.Of($"{column}.{index}");

    private static SnmpMessage Answer(params (ObjectId Column, string Index)[] values) =>
        new(BerTag.GetResponse, 1, 0, 0, [.. values.Select(one => new VarBind(Row(one.Column, one.Index), s_one))]);
}
