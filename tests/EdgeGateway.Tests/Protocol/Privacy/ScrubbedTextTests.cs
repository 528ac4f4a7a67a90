using System.Diagnostics;
using System.Text;
using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Tests.Protocol.Privacy;

/// <summary>Everything of kiosk.md section 3.5 in the forms in which vendors write it.</summary>
public sealed class ScrubbedTextTests
{
    [Theory]
    [InlineData("E1207 write failed card 11010519491231002X", "E1207 write failed card ***")]
    [InlineData("id 110105194912310021.", "id ***.")]
    [InlineData("id 11010519491231002x end", "id *** end")]
    [InlineData("id 110105 19491231 002 X end", "id *** end")]
    [InlineData("id １１０１０５１９４９１２３１００２Ｘ", "id ***")]
    [InlineData("card 6222 0212 3456 7890 refused", "card *** refused")]
    [InlineData("card 6222-0212-3456-7890 refused", "card *** refused")]
    [InlineData("card 6222\u20110212\u20113456\u20117890", "card ***")]
    [InlineData("card 6\u200b2\u200b2\u200b2\u200b0\u200b2", "card ***")]
    [InlineData("tel +86 138-1234-5678 busy", "tel +*** busy")]
    [InlineData("tel (138)1234 5678", "tel (***")]
    [InlineData("tel 138****5678", "tel ***")]
    [InlineData("born 1949年12月31日", "born ***日")]
    [InlineData("born 1949.12.31", "born ***")]
    [InlineData("一九四九年十二月三十一日生", "***日生")]
    [InlineData("号码①②③④⑤⑥", "号码***")]
    [InlineData("number 𝟏𝟐𝟑𝟒𝟓𝟔", "number ***")]
    [InlineData("١٢٣٤٥٦", "***")]
    public void Of_Numbers_AreMaskedHoweverTheyAreWritten(string text, string expected) => Assert.Equal(expected, ScrubbedText.Of(text));

    [Theory]
    [InlineData("姓名张三丰 读卡失败", "姓名*** 读卡失败", "张三")]
    [InlineData("姓名：张三，读卡失败", "姓名：***，读卡失败", "张三")]
    [InlineData("姓　名: 张 三; E12", "姓　名: ***; E12", "张")]
    [InlineData("{\"name\":\"张三\",\"code\":7}", "{\"name\":\"***\",\"code\":7}", "张三")]
    [InlineData("Name=ZHANG SAN, jam", "Name=***, jam", "ZHANG")]
    [InlineData("card holder Zhang San took it", "card holder *** took it", "Zhang")]
    [InlineData("card holder ZHANG", "card holder ***", "ZHANG")]
    [InlineData("operator Zhang E12 jam", "operator *** E12 jam", "Zhang")]
    [InlineData("持卡人阿卜杜·热合曼 jam", "持卡人*** jam", "热合曼")]
    [InlineData("姓名 张 三 失败", "姓名 *** 失败", "张")]
    [InlineData("姓名\U00020BB7野太郎 jam", "姓名*** jam", "野")]
    [InlineData("用户 李四 取消", "用户 *** 取消", "李四")]
    [InlineData("申请人姓名：张三", "申请人姓名：***", "张三")]
    [InlineData("持卡人姓名:张三丰", "持卡人姓名:***", "张三")]
    [InlineData("持卡人（姓名）：张三丰", "持卡人（姓名）：***", "张三")]
    [InlineData("客户名称：张三", "客户名称：***", "张三")]
    [InlineData("身份证姓名：张三", "身份证姓名：***", "张三")]
    [InlineData("身份证地址：广州市天河区体育西路", "身份证地址：***", "广州")]
    [InlineData("联系人姓名 张三", "联系人姓名 ***", "张三")]
    [InlineData("用户名：张三", "用户名：***", "张三")]
    [InlineData("户名：张三", "户名：***", "张三")]
    [InlineData("收款人 张三 E12", "收款人 *** E12", "张三")]
    [InlineData("驾驶人:张三", "驾驶人:***", "张三")]
    [InlineData("负责人：张三，请稍候", "负责人：***，请稍候", "张三")]
    [InlineData("签名=张三", "签名=***", "张三")]
    [InlineData("值班员 : 张三", "值班员 : ***", "张三")]
    [InlineData("姓名张三丰：读卡失败", "姓名***", "张三")]
    [InlineData("姓名名扬 E12", "姓名*** E12", "名扬")]
    [InlineData("operator Sexton E12", "operator *** E12", "Sexton")]
    [InlineData("username: zhang", "username: ***", "zhang")]
    [InlineData("姓名/张三", "姓名/***", "张三")]
    [InlineData("姓名#张三", "姓名#***", "张三")]
    [InlineData("姓名；张三", "姓名；***", "张三")]
    [InlineData("{\\\"name\\\":\\\"张三\\\"}", "{\\\"name\\\":\\\"***\"}", "张三")]
    [InlineData("B^ZHANG/SAN^25", "B^***^25", "ZHANG")]
    public void Of_WhatStandsBehindALabel_IsMasked(string text, string expected, string never)
    {
        string? scrubbed = ScrubbedText.Of(text);

        Assert.Equal(expected, scrubbed);
        Assert.DoesNotContain(never, scrubbed, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LongerLabelsInEachForm_LeaveNoName() => Assert.All(
        from label in (string[])["申请人", "持卡人", "联系人", "客户", "用户", "身份证"]
        from more in (string[])["号", "名", "名称", "姓名", "全名", "紧急联络人信息"]
        from sign in (string[])["：", " ", ""]
        where sign != " " || more != "紧急联络人信息"
        select $"{label}{more}{sign}张三",
        text => Assert.DoesNotContain("张三", ScrubbedText.Of(text), StringComparison.Ordinal));

    [Theory]
    [InlineData("E1207 card 04A2B3C4D5E680 rejected", "E1207 card *** rejected")]
    [InlineData("uid a4b2c3d1", "uid ***")]
    [InlineData("card-04A2B3C4D5E680", "***")]
    [InlineData("uid 04:A2:B3:C4:D5:E6:80 end", "uid *** end")]
    [InlineData("uid 04 A2 B3 C4 D5 E6 80", "uid ***")]
    [InlineData("uid-04-a2-b3-c4 end", "uid-*** end")]
    [InlineData("uid 0x04, 0xA2, 0xB3, 0xC4.", "uid ***.")]
    [InlineData("card 6222#0212#3456#7890", "card ***")]
    [InlineData("card 6222%200212%203456", "card ***")]
    [InlineData("card 6222;0212&3456'7890", "card ***")]
    public void Of_SerialNumbersOfCards_AreMasked(string text, string expected) => Assert.Equal(expected, ScrubbedText.Of(text));

    [Theory]
    [InlineData("photo /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgG end", "photo *** end")]
    [InlineData("track MTIzNDU2Nzg5MDEyMzQ1Nj0wMA==", "track ***")]
    [InlineData("tel MTM4MTIzNDU2Nzg=", "tel ***")]
    [InlineData("uid 04a1b2c3d4e5f60708", "uid ***")]
    public void Of_EncodedData_IsMasked(string text, string expected) => Assert.Equal(expected, ScrubbedText.Of(text));

    [Theory]
    [InlineData("E1207 paper jam in tray 2")]
    [InlineData("打印机卡纸，请检查 2 号纸盒")]
    [InlineData("文件名：receipt.prn")]
    [InlineData("签名 失败")]
    [InlineData("user error: tray 12 of 50")]
    [InlineData("0x8004 deviceNotReadyException")]
    [InlineData("12:30 door open")]
    [InlineData("user E1207 jam")]
    [InlineData("userError, filename")]
    [InlineData("12345 of 50")]
    [InlineData("GigabitEthernet0/0/1")]
    [InlineData("XGigabitEthernet0/0/1")]
    [InlineData("Ten-GigabitEthernet1/0/49")]
    [InlineData("TwentyFiveGigE1/0/49")]
    [InlineData("FourHundredGigE0/0/0/1")]
    [InlineData("Bridge-Aggregation12")]
    [InlineData("CardReader/Transport/Sensor3")]
    [InlineData("/BarcodeReader/ReceiptPrinter/2/CertificateCardDispenser")]
    [InlineData("uplink-to-the-Core-of-the-House-of-Meetings-2")]
    [InlineData("System.User.Error in 4.2.1-rc2")]
    [InlineData("30 be ad 7, 12:30 be at")]
    public void Of_WhatTellsOfNobody_StaysAsItIs(string text) => Assert.Equal(text, ScrubbedText.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\u200b")]
    public void Of_Nothing_IsNull(string? text) => Assert.Null(ScrubbedText.Of(text));

    [Fact]
    public void Of_LineBreaksAndHalvesOfCharacters_BecomeBlanks() => Assert.Equal("a b c d", ScrubbedText.Of("a\nb\ud800c\u2028d"));

    [Fact]
    public void Of_LongText_IsCutAfterMasking()
    {
        string scrubbed = ScrubbedText.Of("ab 123456789 " + new string('~', 100), 12)!;

        Assert.Equal("ab *** ~~~~~", scrubbed);
        Assert.Equal("😀", ScrubbedText.Of("😀😀", 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScrubbedText.Of("a", 0));
    }

    [Theory]
    [InlineData("unitBIN1", true)]
    [InlineData("110105194", false)]
    [InlineData("a\nb", false)]
    public void IsClean_Text_SaysWhetherItMayStand(string text, bool expected) => Assert.Equal(expected, ScrubbedText.IsClean(text));

    /// <summary>100 kB each, read to the end because the result may be as long; a form of work that grows with the square would take minutes.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("12345a")]
    [InlineData("1      ")]
    [InlineData("姓 ")]
    [InlineData("姓名")]
    [InlineData("姓名: ")]
    [InlineData("姓名张 ")]
    [InlineData("name")]
    [InlineData("n")]
    [InlineData("name Ab ")]
    [InlineData("aB1=")]
    [InlineData("abcdefghijklmno ")]
    [InlineData("\ud800")]
    [InlineData("一")]
    [InlineData("·")]
    [InlineData("ab:")]
    [InlineData("0x")]
    [InlineData("^ ")]
    [InlineData("姓名客户")]
    [InlineData("名称")]
    [InlineData("客户名称")]
    [InlineData("name user ")]
    public void Of_HostileLength_TakesTimeInProportion(string piece)
    {
        string text = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();
        var watch = Stopwatch.StartNew();

        string? scrubbed = ScrubbedText.Of(text, 200_000);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.True((scrubbed ?? string.Empty).Length <= 200_000);
    }

    [Fact]
    public void Of_RandomTexts_LeaveNoSixDigitsInARow()
    {
        var random = new Random(7);
        string[] pieces = ["1", "2", "９", " ", "-", "x", "X", "姓名", "：", "张三", "E", ",", "\n", "aB3", "一", "\ud835", "\udfce"];
        for (int round = 0; round < 20_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));

            string scrubbed = ScrubbedText.Of(text) ?? string.Empty;

            Assert.False(LongestNumber(scrubbed) >= 6, $"{text} -> {scrubbed}");
            Assert.DoesNotContain("姓名张三", scrubbed, StringComparison.Ordinal);
            Assert.DoesNotContain("姓名：张三", scrubbed, StringComparison.Ordinal);
        }
    }

    private static int LongestNumber(string text) => string.Concat(text.Select(letter => letter is ' ' or '-' ? "" : char.IsDigit(letter) ? "1" : "|"))
        .Split('|').Max(run => run.Length);
}
