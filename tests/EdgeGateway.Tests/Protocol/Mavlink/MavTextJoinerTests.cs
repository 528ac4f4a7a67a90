using System.Text;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

public sealed class MavTextJoinerTests
{
    private static readonly DateTimeOffset s_now = MavAgain.Now;
    private static readonly string s_long = string.Concat(Enumerable.Range(0, 12).Select(number => $"第{number:00}段电量低"));

    [Fact]
    public void Add_OnePiece_IsToldAtOnce() => Assert.Equal([new MavText(1, 1, 2, "hello", 0)], new MavTextJoiner().Add(1, 1, Piece("hello", 0, 0), s_now));

    [Fact]
    public void Add_AnyOrder_IsJoinedWhereACharacterIsCut()
    {
        var pieces = Pieces(7);
        Assert.True(pieces.Count > 3);
        foreach (var order in new[] { pieces, [.. pieces.AsEnumerable().Reverse()], [pieces[1], pieces[0], .. pieces.Skip(2)] })
        {
            var joiner = new MavTextJoiner();
            var told = order.SelectMany(piece => joiner.Add(1, 1, piece, s_now)).ToList();

            Assert.Equal([new MavText(1, 1, 2, s_long, 0)], told);
            Assert.Null(joiner.NextDue);
        }
    }

    [Fact]
    public void Overdue_PiecesMissing_AreMarked()
    {
        var joiner = new MavTextJoiner();
        Assert.Empty(joiner.Add(1, 1, Full('a', 7, 1), s_now));
        Assert.Empty(joiner.Add(1, 1, Full('b', 7, 3), s_now.AddSeconds(4)));
        Assert.Equal(s_now.AddSeconds(5), joiner.NextDue);
        Assert.Empty(joiner.Overdue(s_now.AddSeconds(4.9)));

        Assert.Equal([new MavText(1, 1, 2, "[...]" + new string('a', 50) + "[...]" + new string('b', 50), 2)], joiner.Overdue(s_now.AddSeconds(5)));
        Assert.Empty(joiner.Overdue(s_now.AddSeconds(50)));
    }

    [Fact]
    public void Add_TwoSendersWithTheSameId_AreTwoTexts()
    {
        var joiner = new MavTextJoiner();
        joiner.Add(1, 1, Full('a', 7, 0), s_now);
        joiner.Add(2, 1, Full('b', 7, 0), s_now);
        joiner.Add(1, 2, Full('c', 7, 0), s_now);

        Assert.StartsWith("b", Assert.Single(joiner.Add(2, 1, Piece("end", 7, 1), s_now)).Text, StringComparison.Ordinal);
        Assert.StartsWith("c", Assert.Single(joiner.Add(1, 2, Piece("end", 7, 1), s_now)).Text, StringComparison.Ordinal);
        Assert.StartsWith("a", Assert.Single(joiner.Add(1, 1, Piece("end", 7, 1), s_now)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_SamePieceTwice_ChangesNothing()
    {
        var joiner = new MavTextJoiner();
        joiner.Add(1, 1, Full('a', 7, 0), s_now);
        Assert.Empty(joiner.Add(1, 1, Full('a', 7, 0), s_now));

        Assert.Equal(new string('a', 50) + "end", Assert.Single(joiner.Add(1, 1, Piece("end", 7, 1), s_now)).Text);
    }

    [Fact]
    public void Add_IdComesAgainWithAnotherText_EndsTheFirst()
    {
        var joiner = new MavTextJoiner();
        joiner.Add(1, 1, Full('a', 7, 0), s_now);

        Assert.Equal(new string('a', 50), Assert.Single(joiner.Add(1, 1, Full('b', 7, 0), s_now)).Text);
        Assert.Equal(new string('b', 50) + "end", Assert.Single(joiner.Add(1, 1, Piece("end", 7, 1), s_now)).Text);
    }

    [Fact]
    public void Add_MoreOpenTextsThanHeld_EndsTheOldest()
    {
        var joiner = new MavTextJoiner();
        for (ushort id = 1; id <= MavTextJoiner.MostOpen; id++)
        {
            Assert.Empty(joiner.Add(1, 1, Full((char)('a' + id), id, 0), s_now));
        }

        Assert.StartsWith("b", Assert.Single(joiner.Add(1, 1, Full('z', 99, 0), s_now)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Vector12_IsTheText()
    {
        var text = MavReading.One(MavVectors.Bytes(12)).Read<StatusText>();

        Assert.Equal(("电池电量低，返航", true), (text.Text, text.IsLast));
    }

    [Fact]
    public void Read_FullPiece_IsNotTheLast()
    {
        var text = MavReading.One(new MavWriter(1, 1).Write(Full('a', 3, 1), s_now)).Read<StatusText>();

        Assert.Equal((50, false, (ushort)3, (byte)1), (text.Characters.Length, text.IsLast, text.TextId, text.Chunk));
    }

    private static StatusText Piece(string text, ushort id, byte number) => new(2, Encoding.UTF8.GetBytes(text), id, number);

    private static StatusText Full(char letter, ushort id, byte number) => Piece(new string(letter, 50), id, number);

    private static List<StatusText> Pieces(ushort id) =>
        [.. Encoding.UTF8.GetBytes(s_long).Chunk(StatusText.Longest).Select((bytes, number) => new StatusText(2, bytes, id, (byte)number))];
}
