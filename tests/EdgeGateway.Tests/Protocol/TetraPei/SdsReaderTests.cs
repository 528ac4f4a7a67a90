using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Tests.Protocol.TetraPei;

public sealed class SdsReaderTests
{
    [Theory]
    [InlineData("0201746573746D657373616765", "testmessage")]
    [InlineData("0901C4D6DC", "ÄÖÜ")]
    [InlineData("021A4F60597D", "你好")]
    [InlineData("0205C0C1", "РС")]
    [InlineData("0218E0", "р")]
    [InlineData("020DA4", "€")]
    [InlineData("0200C8329BFD06", "Hello")]
    [InlineData("02009B32", "\u20AC")]
    [InlineData("021AD800", null)]
    [InlineData("021A4F", null)]
    [InlineData("027F41", null)]
    [InlineData("021B41", null)]
    [InlineData("0201", "")]
    public void Read_SimpleText_ByItsCoding(string hex, string? expected) => Assert.Equal(expected, Assert.IsType<SdsText>(Read(hex)).Text);

    [Fact]
    public void Read_PackedAlphabet_HasOneLetterForEachOf128()
    {
        // 128 letters of seven bits are 112 bytes; the escape in the middle swallows one.
        var bits = Enumerable.Range(0, 128).SelectMany(letter => Enumerable.Range(0, 7).Select(bit => (letter >> bit) & 1)).ToArray();
        byte[] packed = [.. bits.Chunk(8).Select(eight => (byte)eight.Select((bit, i) => bit << i).Sum())];

        string text = Assert.IsType<SdsText>(Read("0200" + Convert.ToHexString(packed))).Text!;

        Assert.Equal(127, text.Length);
        Assert.StartsWith("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ", text, StringComparison.Ordinal);
        Assert.EndsWith("äöñüà", text, StringComparison.Ordinal);
        Assert.Contains("ABCDEFGHIJKLMNOPQRSTUVWXYZ", text, StringComparison.Ordinal);
        Assert.Contains("0123456789:;<=>?", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("82029C01746573746D657373616765", 0x9C, false, false, true)]
    [InlineData("82049C0174657374", 0x9C, true, false, false)]
    [InlineData("820C9C0174657374", 0x9C, true, true, false)]
    [InlineData("820801FF", null, false, false, false)]
    public void Read_Transfer_SaysWhatReportIsWanted(string hex, int? reference, bool received, bool consumed, bool noShort)
    {
        var content = Read(hex);
        if (reference is null)
        {
            Assert.Equal("text", Assert.IsType<SdsRaw>(content).Why);
            return;
        }

        Assert.Equal(new SdsTransfer((byte)reference, received, consumed, noShort), Assert.IsType<SdsText>(content).Transfer);
    }

    [Theory]
    [InlineData("82019C070174657374")]
    [InlineData("82019C00550174657374")]
    [InlineData("82019C011234560174657374")]
    [InlineData("82019C021234561234560174657374")]
    public void Read_StoredTransfer_PassesTheAddressOver(string hex) => Assert.Equal("test", Assert.IsType<SdsText>(Read(hex)).Text);

    [Theory]
    [InlineData("82019C")]
    [InlineData("82019C02123456")]
    [InlineData("82019C030174657374")]
    [InlineData("8230")]
    [InlineData("82")]
    [InlineData("8210")]
    [InlineData("820101")]
    public void Read_TransportLayerCutOff_StaysRaw(string hex) => Assert.IsType<SdsRaw>(Read(hex));

    [Fact]
    public void Read_PartOfALongText_SaysWhichPart()
    {
        var text = Assert.IsType<SdsText>(Read("8A00C98D045A8F050003C9020148616C6C6F"));

        Assert.Equal(("Hallo", new SdsPart(0xC9, 2, 1)), (text.Text, text.Part));
        Assert.Equal(new SdsStamp(4, 11, 10, 15, false), text.Stamp);
    }

    [Fact]
    public void Read_ReportAndAcknowledgement_NameTheMessage()
    {
        Assert.Equal(new SdsReport(0x82, 0, 0xC9, false), Read("821000C9"));
        Assert.Equal(new SdsReport(0x82, 0x4A, 0xC9, true), Read("82184AC9"));
        Assert.Equal(new SdsAcknowledgement(0x82, 0, 0xC9), Read("822000C9"));
        Assert.Equal(SdsWriter.Received(0x82, 0xC9), Convert.FromHexString("821000C9"));
        Assert.Equal(SdsWriter.Acknowledgement(0x82, 0, 0xC9), Convert.FromHexString("822000C9"));
    }

    [Fact]
    public void Write_Text_ReadsBack()
    {
        Assert.Equal("82069C01746573746D657373616765", Convert.ToHexString(SdsWriter.Text(0x9C, true, "testmessage")));
        Assert.Equal("82029C1A4F60597D", Convert.ToHexString(SdsWriter.Text(0x9C, false, "你好")));
        Assert.Equal("é你", Assert.IsType<SdsText>(Read(Convert.ToHexString(SdsWriter.Text(1, true, "é你")))).Text);
    }

    [Theory]
    [InlineData("12-31 23:55", "2026-01-01T00:03:00+08:00", "2025-12-31T23:55:00+08:00")]
    [InlineData("01-01 00:02", "2025-12-31T23:58:00+08:00", "2026-01-01T00:02:00+08:00")]
    [InlineData("04-11 10:15", "2026-04-11T10:05:00+08:00", "2026-04-11T10:15:00+08:00")]
    [InlineData("04-11 10:15", "2026-04-11T10:25:00+08:00", "2026-04-11T10:15:00+08:00")]
    [InlineData("02-29 10:00", "2025-03-01T10:00:00+08:00", "2024-02-29T10:00:00+08:00")]
    [InlineData("02-29 10:00", "2026-03-01T10:00:00+08:00", null)]
    [InlineData("13-01 10:00", "2026-03-01T10:00:00+08:00", null)]
    [InlineData("00-01 10:00", "2026-03-01T10:00:00+08:00", null)]
    [InlineData("04-31 10:00", "2026-03-01T10:00:00+08:00", null)]
    [InlineData("04-11 24:00", "2026-03-01T10:00:00+08:00", null)]
    [InlineData("04-11 10:60", "2026-03-01T10:00:00+08:00", null)]
    public void Near_StampWithoutAYear_TakesTheYearNearestToNow(string stamp, string now, string? expected)
    {
        int[] parts = [.. stamp.Split('-', ' ', ':').Select(int.Parse)];

        var moment = new SdsStamp(parts[0], parts[1], parts[2], parts[3], false).Near(DateTimeOffset.Parse(now, null), TimeSpan.FromHours(8));

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, null), moment);
    }

    [Fact]
    public void Read_Utc_IsNotTakenForLocal()
    {
        Assert.True(SdsStamp.Read([0x44, 0x5A, 0x8F]).IsUtc);
        Assert.Equal(DateTimeOffset.Parse("2026-04-11T10:15:00Z", null), SdsStamp.Read([0x44, 0x5A, 0x8F]).Near(DateTimeOffset.Parse("2026-04-11T10:05:00Z", null), TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(28, 28.0)]
    [InlineData(29, 29.06)]
    [InlineData(126, 1082.48)]
    [InlineData(127, null)]
    public void Lip_Speed_IsLinearThenGrows(int raw, double? expected)
    {
        double? speed = new LipShort(0, 0, 0, 0, raw, 0, false, 0).SpeedKmh;

        Assert.Equal(expected, speed is { } value ? Math.Round(value, 2) : null);
    }

    [Fact]
    public void Lip_Vector046_IsReadToTheLastBit()
    {
        var place = Assert.IsType<SdsPlace>(Read("0A112853A9FF4D4FFFE810", 84)).Report;

        Assert.Equal(44.93864, place.Latitude, 0.00002);
        Assert.Equal(26.04435, place.Longitude, 0.00002);
        Assert.Equal((1, 7, 127, false, 0x81), (place.TimeElapsed, place.ErrorClass, place.SpeedRaw, place.UserDefined, place.AdditionalData));
        Assert.Null(place.ErrorM);
    }

    [Theory]
    [InlineData(0, 2.0)]
    [InlineData(2, 200.0)]
    [InlineData(5, 200000.0)]
    [InlineData(6, null)]
    public void Lip_ErrorClass_IsTwoTimesAPowerOfTen(int error, double? metres) => Assert.Equal(metres, new LipShort(0, 0, 0, error, 0, 0, false, 0).ErrorM);

    [Fact]
    public void Lip_SouthAndWest_AreNegative()
    {
        // Longitude -1, latitude -1: all ones.
        var report = LipShort.Read([0x0F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xF0], 80)!;

        Assert.Equal((-1, -1, 127, 15, true, 255), (report.LongitudeRaw, report.LatitudeRaw, report.SpeedRaw, report.CourseRaw, report.UserDefined, report.AdditionalData));
        Assert.Null(report.Reason);
    }

    [Theory]
    [InlineData("0A4128", "lip-long")]
    [InlineData("0A11", "lip-long")]
    [InlineData("0D01", "protocol-0d")]
    [InlineData("8C0001", "protocol-8c")]
    [InlineData("0301244750", "location")]
    public void Read_WhatIsNotReadHere_StaysAsItCame(string hex, string why) => Assert.Equal(why, Assert.IsType<SdsRaw>(Read(hex)).Why);

    [Theory]
    [InlineData(9, 16, "8004", "sds-1")]
    [InlineData(11, 64, "0011223344556677", "sds-3")]
    [InlineData(13, 8, "80", "unknown-service")]
    [InlineData(77, 16, "8004", "unknown-service")]
    [InlineData(12, 0, "", "unknown-service")]
    public void Read_OtherServices_StayAsTheyCame(int service, int bits, string hex, string why)
    {
        var header = new SdsHeader(service, null, null, new TetraIdentity(1), null, bits, null);

        Assert.Equal(why, Assert.IsType<SdsRaw>(SdsReader.Read(new PeiSds(header, Convert.FromHexString(hex), false))).Why);
    }

    [Fact]
    public void Read_Encrypted_IsNotRead()
    {
        var header = new SdsHeader(12, null, null, new TetraIdentity(1), null, 24, true);

        Assert.Equal("encrypted", Assert.IsType<SdsRaw>(SdsReader.Read(new PeiSds(header, Convert.FromHexString("020141"), false))).Why);
    }

    [Theory]
    [InlineData(30, "out-of-service")]
    [InlineData(35, "syntax")]
    [InlineData(42, "busy-signalling")]
    [InlineData(77, "cme-77")]
    [InlineData(null, "error")]
    public void CmeError_Number_HasAName(int? code, string name) => Assert.Equal(name, CmeErrors.Name(code));

    private static SdsContent Read(string hex, int? bits = null)
    {
        byte[] data = Convert.FromHexString(hex);
        var header = new SdsHeader(SdsHeader.UserData4, new TetraIdentity(1234567), 0, new TetraIdentity(2345678), 0, bits ?? data.Length * 8, null);
        return SdsReader.Read(new PeiSds(header, data, false));
    }
}
