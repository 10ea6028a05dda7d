/* The browser's side of dashboard/components/opmaak.py: markup of our own, put into the page as it is. */
window.regiekompas = Object.assign(window.regiekompas || {}, {
  Opmaak: function (props) {
    return window.React.createElement("div", {
      id: props.id,
      className: props.className,
      dangerouslySetInnerHTML: { __html: props.markup || "" },
    });
  },
});
