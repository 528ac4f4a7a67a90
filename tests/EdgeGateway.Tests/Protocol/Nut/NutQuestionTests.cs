using System.Reflection;
using System.Text;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Tests.Protocol.Nut;

public sealed class NutQuestionTests
{
    [Fact]
    public void Bytes_EveryQuestion_IsOneLineOfTheClosedList()
    {
        NutQuestion[] all =
        [
            NutQuestion.ListUps(), NutQuestion.ListVariables("main"), NutQuestion.GetVariable("main", "ups.status"),
            NutQuestion.User("watcher"), NutQuestion.Password("s3cret"), NutQuestion.Login("main"), NutQuestion.Logout(),
        ];

        Assert.Equal(
            "LIST UPS\nLIST VAR main\nGET VAR main ups.status\nUSERNAME watcher\nPASSWORD s3cret\nLOGIN main\nLOGOUT\n",
            string.Concat(all.Select(question => Encoding.UTF8.GetString(question.Bytes()))));
        Assert.Equal(all.Length, typeof(NutQuestion).GetMethods(BindingFlags.Public | BindingFlags.Static).Count(method => method.ReturnType == typeof(NutQuestion)));
    }

    [Theory]
    [InlineData("a b", "PASSWORD \"a b\"")]
    [InlineData("a\"b\\c", "PASSWORD \"a\\\"b\\\\c\"")]
    [InlineData("a#b", "PASSWORD \"a#b\"")]
    public void Password_WithSpecialCharacters_IsQuotedAndReadsBack(string password, string text)
    {
        var question = NutQuestion.Password(password);

        Assert.Equal(text, question.Text);
        Assert.Equal("PASSWORD", question.ToString());
        Assert.Equal(password, NutLine.Read(Encoding.UTF8.GetBytes("OK " + text)).Line!.Arguments[1]);
    }

    [Theory]
    [InlineData("main\nFSD main")]
    [InlineData("")]
    [InlineData("\r")]
    public void Login_NameThatWouldEndTheLine_IsRefused(string name) => Assert.Throws<ArgumentException>(() => NutQuestion.Login(name));

    [Theory]
    [InlineData("OL CHRG", false, false, false)]
    [InlineData("OB DISCHRG", true, false, false)]
    [InlineData("OB DISCHRG LB RB", true, true, true)]
    [InlineData("OL BYPASS OVER", false, false, false)]
    [InlineData("BYPASS", false, false, false)]
    [InlineData("FSD OB LB", true, true, false)]
    [InlineData("WAIT", null, null, null)]
    [InlineData("OFF", null, null, null)]
    [InlineData("", null, null, null)]
    [InlineData("OBLB", null, null, null)]
    public void Status_Words_Decide(string text, bool? onBattery, bool? low, bool? replace)
    {
        var status = new NutStatus(text);

        Assert.Equal((onBattery, low, replace), (status.OnBattery, status.LowBattery, status.ReplaceBattery));
    }
}
