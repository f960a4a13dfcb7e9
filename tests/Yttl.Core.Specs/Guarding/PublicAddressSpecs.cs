using System.Net;
using Yttl.Core.NetworkGuard;

namespace Yttl.Core.Specs.Guarding;

public sealed class PublicAddressSpecs
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2001:0:1::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a9fe:a9fe::")]
    [InlineData("::7f00:1")]
    public void An_address_that_is_not_of_the_public_internet_is_told(string address) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.128.0.0")]
    [InlineData("168.63.129.17")]
    [InlineData("142.250.185.78")]
    [InlineData("2a00:1450:4001:82f::200e")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::")]
    public void An_address_of_the_public_internet_passes(string address) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST./")]
    [InlineData("http://whisper/v1/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://a.localhost/")]
    public void A_host_that_cannot_be_public_is_told_before_it_is_resolved(string address) =>
        PublicAddress.MayBePublic(new Uri(address)).ShouldBeFalse();

    [Theory]
    [InlineData("https://www.youtube.com/")]
    [InlineData("https://youtu.be/")]
    [InlineData("https://bücher.example.com/")]
    [InlineData("http://8.8.8.8/")]
    [InlineData("http://[2606:4700::1111]/")]
    public void Every_other_host_is_vetted_when_it_is_connected_to(string address) =>
        PublicAddress.MayBePublic(new Uri(address)).ShouldBeTrue();
}
